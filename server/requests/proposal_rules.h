#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/domain/value.h"

namespace remise::requests {

/// A unit in stock that may be proposed, as far as choosing goes.
struct Candidate {
    std::string code, product;
};

struct LineProposal {
    std::string product;
    std::int64_t wanted = 0;         ///< still to be proposed
    std::vector<std::string> units;  ///< at most as many
};

/// What each line of a request still lacks: `lines` as in its state, `kept` how many units of each product it
/// has already.
std::vector<LineProposal> openLines(const domain::Value& lines,
                                    const std::map<std::string, std::int64_t>& kept);

/// The oldest units first; `inStock` comes in order of age.
std::vector<LineProposal> propose(std::vector<LineProposal>, const std::vector<Candidate>& inStock);

}  // namespace remise::requests
