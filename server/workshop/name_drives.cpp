#include "server/workshop/name_drives.h"

#include <algorithm>

#include "db/entity_store.h"
#include "db/serial_store.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/same_drive.h"

namespace remise::workshop {

using domain::Value;

namespace {

/// The unit's own first. One from elsewhere only where model and size may be the same: a serial was given to
/// two things, and a certificate must not follow the number alone.
std::string codeWithSerial(db::Pool& pool, const drivers::reports::Drive& seen, const std::string& unit) {
    const auto connection = pool.take();
    const auto known = db::drivesWithSerial(*connection, *seen.serial);
    for (const auto& drive : known)
        if (drive.unit == unit) return drive.code;
    for (auto drive = known.rbegin(); drive != known.rend(); ++drive) {
        const auto entity = db::findEntityByCode(*connection, domain::Subject::drive, drive->code);
        if (entity && mayBeSameDrive(seen.model, seen.bytes.value_or(0), entity->state)) return drive->code;
    }
    return "";
}

}  // namespace

Value nameDrives(db::Pool& pool, ledger::Codes& codes, const drivers::reports::Inventory& inventory,
                 const std::string& unit, const Value& unitState) {
    Value::Array drives;
    std::vector<std::string> taken;
    for (const auto& drive : inventory.drives) {
        Value described = describeDrive(drive);
        std::string code =
            drive.serial ? codeWithSerial(pool, drive, unit) : sameNamelessDrive(unitState, described, taken);
        if (code.empty()) code = codes.lease(domain::Subject::drive, 1).front();
        if (std::find(taken.begin(), taken.end(), code) != taken.end()) continue;  // reported twice
        described["drive"] = code;
        taken.push_back(std::move(code));
        drives.push_back(std::move(described));
    }
    return drives;
}

Value movedDrives(db::Pool& pool, const Value& drives, const std::string& unit) {
    const auto connection = pool.take();
    Value::Array moved;
    for (const Value& drive : drives.array()) {
        const auto known = db::findEntityByCode(*connection, domain::Subject::drive, drive["drive"].text());
        if (!known) continue;
        const std::string from = known->state.textOr("unit", known->state.textOr("came_from"));
        if (!from.empty() && from != unit)
            moved.push_back(Value::Object{{"drive", known->code}, {"from", from}});
    }
    return moved;
}

Value unseenDrives(const drivers::reports::Inventory& inventory, const Value& drives,
                   const Value& unitState) {
    Value::Array unseen;
    const Value& known = unitState["drives"];
    if (inventory.partial || !known.isObject()) return unseen;
    for (const auto& row : known.object()) {
        const std::string& code = row.first;
        const bool isSeen = std::any_of(drives.array().begin(), drives.array().end(),
                                        [&](const Value& seen) { return seen["drive"].text() == code; });
        if (!isSeen) unseen.emplace_back(code);
    }
    return unseen;
}

}  // namespace remise::workshop
