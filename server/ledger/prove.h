#pragma once

#include <optional>
#include <string>

#include "server/ledger/codes.h"

namespace remise::ledger {

struct UnitProof {
    std::string json;              ///< the file that docs/proof.md describes
    std::int64_t newerEvents = 0;  ///< recorded after the newest seal, and so not in it
};

/// The proof of a unit and its drives, up to the newest seal that covers them. Nothing when there is no such
/// unit, or no seal covers it yet. Throws std::runtime_error when the ledger is no longer what was sealed.
std::optional<UnitProof> proveUnit(db::Connection&, const Codes&, std::string_view code);

}  // namespace remise::ledger
