#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "db/event_store.h"

namespace remise::ledger {

/// Appends an event as JSON with all that its hash is over and the hash; with the previous hash, that is
/// enough to check it. `data` goes out as the very bytes that were hashed.
void appendEventJson(std::string& out, const db::StoredEvent&, std::string_view code,
                     const std::optional<domain::Digest>& previous);

}  // namespace remise::ledger
