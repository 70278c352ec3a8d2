#include "db/donor_store.h"

namespace remise::db {

void saveDonor(Connection& connection, const Donor& donor) {
    connection
        .prepare(
            "INSERT INTO donor (id, kind, name) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE name = VALUES(name)")
        .bind(donor.id.raw())
        .bind(donor.kind)
        .bind(donor.name)
        .execute();
}

std::optional<Donor> findDonor(Connection& connection, const domain::Uuid& id) {
    auto rows = connection.prepare("SELECT kind, name FROM donor WHERE id = ?").bind(id.raw()).query();
    if (!rows.next()) return {};
    return Donor{id, rows.text(1), rows.text(2)};
}

std::vector<Donor> listDonors(Connection& connection) {
    std::vector<Donor> donors;
    for (auto rows = connection.prepare("SELECT id, kind, name FROM donor ORDER BY name").query();
         rows.next();)
        donors.push_back({domain::Uuid::fromRaw(rows.text(1)), rows.text(2), rows.text(3)});
    return donors;
}

}  // namespace remise::db
