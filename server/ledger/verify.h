#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace remise::db {
class Pool;
}

namespace remise::ledger {

struct VerifyReport {
    std::uint64_t entities = 0;
    std::uint64_t events = 0;
    /// One sentence for each thing that is wrong: "unit BCDFGHJR: event 3 does not have its hash".
    std::vector<std::string> faults;

    [[nodiscard]] bool content() const { return faults.empty(); }
};

/// Replays every ledger as it was at one moment, whatever is written meanwhile: each event against its hash
/// and place in the chain, each row against the replay, each event against its accepted command, each command
/// against its hash and the event it was answered with. `progress` is told how many events have been read.
VerifyReport verify(db::Pool&, const std::function<void(std::uint64_t events)>& progress = {});

}  // namespace remise::ledger
