#include "server/workshop/name_drives.h"

#include <algorithm>

#include "db/serial_store.h"
#include "server/workshop/inventory_rules.h"

namespace remise::workshop {

using domain::Value;

namespace {

/// The unit's own first: it may be that a serial was once given to two things.
std::string codeWithSerial(db::Pool& pool, const std::string& serial, const std::string& unit) {
    const auto connection = pool.take();
    const auto known = db::drivesWithSerial(*connection, serial);
    for (const auto& drive : known)
        if (drive.unit == unit) return drive.code;
    return known.empty() ? "" : known.back().code;
}

}  // namespace

Value nameDrives(db::Pool& pool, ledger::Codes& codes, const drivers::reports::Inventory& inventory,
                 const std::string& unit, const Value& unitState) {
    Value::Array drives;
    std::vector<std::string> taken;
    for (const auto& drive : inventory.drives) {
        Value described = describeDrive(drive);
        std::string code = drive.serial ? codeWithSerial(pool, *drive.serial, unit)
                                        : sameNamelessDrive(unitState, described, taken);
        if (code.empty()) code = codes.lease(domain::Subject::drive, 1).front();
        if (std::find(taken.begin(), taken.end(), code) != taken.end()) continue;  // reported twice
        described["drive"] = code;
        taken.push_back(std::move(code));
        drives.push_back(std::move(described));
    }
    return drives;
}

}  // namespace remise::workshop
