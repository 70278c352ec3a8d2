#include "db/location_store.h"

namespace remise::db {

void saveLocation(Connection& connection, const Location& location) {
    connection
        .prepare(
            "INSERT INTO location (code, site, name) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE name = "
            "VALUES(name)")
        .bind(location.code)
        .bind(location.site)
        .bind(location.name)
        .execute();
}

std::optional<Location> findLocation(Connection& connection, std::string_view code) {
    auto rows = connection.prepare("SELECT code, site, name FROM location WHERE code = ?").bind(code).query();
    if (!rows.next()) return {};
    return Location{rows.text(1), rows.text(2), rows.text(3)};
}

std::vector<Location> listLocations(Connection& connection, std::string_view site) {
    std::vector<Location> locations;
    for (auto rows = connection.prepare("SELECT code, site, name FROM location WHERE site = ? ORDER BY name")
                         .bind(site)
                         .query();
         rows.next();)
        locations.push_back({rows.text(1), rows.text(2), rows.text(3)});
    return locations;
}

void saveNote(Connection& connection, const domain::Uuid& id, std::string_view content,
              domain::Milliseconds writtenAt) {
    connection.prepare("INSERT IGNORE INTO note (id, content, written_at) VALUES (?, ?, ?)")
        .bind(id.raw())
        .bind(content)
        .bind(writtenAt)
        .execute();
}

}  // namespace remise::db
