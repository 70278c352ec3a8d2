#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// A shelf or a zone, with the code that is stuck to it.
struct Location {
    std::string code, site, name;
};

void saveLocation(Connection&, const Location&);
std::optional<Location> findLocation(Connection&, std::string_view code);
std::vector<Location> listLocations(Connection&, std::string_view site);

/// Keeps a remark outside the ledger, under the id its event refers to.
void saveNote(Connection&, const domain::Uuid& id, std::string_view content, domain::Milliseconds writtenAt);

}  // namespace remise::db
