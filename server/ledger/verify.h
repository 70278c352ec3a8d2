#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "server/ledger/inspect_seals.h"

namespace remise::db {
class Pool;
}

namespace remise::ledger {

struct VerifyReport {
    std::uint64_t entities = 0;
    std::uint64_t events = 0;
    std::int64_t seals = 0;         ///< in the database
    std::int64_t sealsOutside = 0;  ///< in the folder that was given
    /// One sentence for each thing that is wrong: "unit BCDFGHJR: event 3 does not have its hash".
    std::vector<std::string> faults;

    [[nodiscard]] bool content() const { return faults.empty(); }
};

/// How far the verification is, in rows read; how many there are is an estimate.
struct VerifyProgress {
    std::uint64_t read = 0, all = 0;
};

struct VerifyOptions {
    std::function<void(const VerifyProgress&)> progress;
    const SealTrust* seals = nullptr;  ///< without, the seals are not looked at
};

/// Replays every ledger as it was at one moment, whatever is written meanwhile: each event against its hash
/// and place in the chain, each row against the replay, each event against its accepted command, each command
/// against its hash and the event it was answered with; and the seals, those kept outside too.
VerifyReport verify(db::Pool&, const VerifyOptions& = {});

}  // namespace remise::ledger
