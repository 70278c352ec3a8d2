#pragma once

#include <optional>
#include <string>

#include "server/domain/ids.h"

namespace remise::db {
class Connection;
}

namespace remise::ledger {

struct UnitProof {
    std::string json;  ///< the file that docs/proof.md describes
    std::int64_t seal = 0;
    domain::Milliseconds sealedAt = 0;
    std::int64_t newerEvents = 0;  ///< recorded after that seal, and so not in it
};

/// The proof of a unit and of all drives that its events name, as they stood at the newest seal with heads.
/// Nothing when there is no such unit, or it is in no seal yet. Throws std::runtime_error when the ledger is
/// no longer what was sealed. Not in a transaction of the caller's.
std::optional<UnitProof> proveUnit(db::Connection&, std::string_view code);

}  // namespace remise::ledger
