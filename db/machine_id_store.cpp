#include "db/machine_id_store.h"

#include <stdexcept>

#include "db/serial_store.h"

namespace remise::db {
namespace {

using domain::MachineId;
using domain::MachineIdKind;
using domain::MachineIds;

MachineIdKind kindNamed(const std::string& name) {
    for (const auto kind : {MachineIdKind::serial, MachineIdKind::imei, MachineIdKind::uuid,
                            MachineIdKind::board, MachineIdKind::mac})
        if (domain::machineIdKindName(kind) == name) return kind;
    throw std::runtime_error("a machine is known by '" + name + "', which this program does not know");
}

MachineIds machineIdsOf(Connection& connection, const std::string& unit) {
    MachineIds ids;
    for (auto rows =
             connection
                 .prepare("SELECT DISTINCT m.kind, m.value FROM inventory i "
                          "JOIN machine_id m ON m.inventory = i.id WHERE i.unit = ? AND i.state = 'applied'")
                 .bind(unit)
                 .query();
         rows.next();)
        ids.insert({kindNamed(rows.text(1)), rows.text(2)});
    return ids;
}

}  // namespace

void keepMachineIds(Connection& connection, const domain::Uuid& inventory, const MachineIds& ids) {
    connection.prepare("DELETE FROM machine_id WHERE inventory = ?").bind(inventory.raw()).execute();
    for (const MachineId& id : ids)
        connection.prepare("INSERT INTO machine_id (inventory, kind, value) VALUES (?, ?, ?)")
            .bind(inventory.raw())
            .bind(domain::machineIdKindName(id.kind))
            .bind(id.value)
            .execute();
}

std::map<std::string, MachineIds> unitsWithMachineIds(Connection& connection, const MachineIds& ids) {
    std::map<std::string, MachineIds> units;
    for (const MachineId& id : ids) {
        for (auto rows =
                 connection
                     .prepare(
                         "SELECT DISTINCT i.unit FROM machine_id m JOIN inventory i ON i.id = m.inventory "
                         "WHERE m.value = ? AND m.kind = ? AND i.state = 'applied' AND i.unit IS NOT NULL")
                     .bind(id.value)
                     .bind(domain::machineIdKindName(id.kind))
                     .query();
             rows.next();)
            units.try_emplace(rows.text(1));
        if (id.kind == MachineIdKind::serial)
            for (const std::string& code : unitsWithSerial(connection, id.value))
                units[code].insert(id);
    }
    for (auto& [code, known] : units)
        known.merge(machineIdsOf(connection, code));
    return units;
}

}  // namespace remise::db
