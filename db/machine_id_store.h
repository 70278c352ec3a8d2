#pragma once

#include <map>
#include <string>

#include "db/connection.h"
#include "server/domain/ids.h"
#include "server/domain/machine_ids.h"

/// By what the machines of inventories are known again.
namespace remise::db {

/// In place of what was known of this inventory before.
void keepMachineIds(Connection&, const domain::Uuid& inventory, const domain::MachineIds&);

/// The units of which an inventory, or what was typed at their reception, has one of these, each with all
/// that its inventories say. In the order of their codes.
std::map<std::string, domain::MachineIds> unitsWithMachineIds(Connection&, const domain::MachineIds&);

}  // namespace remise::db
