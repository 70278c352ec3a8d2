#include "db/serial_store.h"

#include "server/domain/serials.h"

namespace remise::db {

std::vector<std::string> unitsWithSerial(Connection& connection, std::string_view serial) {
    std::vector<std::string> codes;
    for (auto rows = connection.prepare("SELECT code FROM unit WHERE serial IN (?, ?) ORDER BY id")
                         .bind(serial)
                         .bind(domain::normaliseSerial(serial))
                         .query();
         rows.next();)
        codes.push_back(rows.text(1));
    return codes;
}

std::vector<KnownDrive> drivesWithSerial(Connection& connection, std::string_view serial) {
    std::vector<KnownDrive> drives;
    for (auto rows = connection.prepare("SELECT code, unit FROM drive WHERE serial IN (?, ?) ORDER BY id")
                         .bind(serial)
                         .bind(domain::normaliseSerial(serial))
                         .query();
         rows.next();)
        drives.push_back({rows.text(1), rows.textOrNull(2).value_or("")});
    return drives;
}

}  // namespace remise::db
