#pragma once

#include <chrono>
#include <functional>
#include <vector>

namespace remise::bench {

/// What a number of clients did in a while.
struct Load {
    double perSecond = 0;
    double p99Milliseconds = 0;
};

/// One client: called again and again by its own thread; returns how many things it got done.
using Client = std::function<int()>;

/// Lets all clients work at once. Two loads are to be compared in one run only, in turns: see alternate.
Load runLoad(const std::vector<Client>&, std::chrono::milliseconds);

/// Ours and the reference in turns, several rounds of each, after a warm-up: what else the machine does then
/// falls on both.
std::pair<Load, Load> alternate(const std::vector<Client>& ours, const std::vector<Client>& reference);

}  // namespace remise::bench
