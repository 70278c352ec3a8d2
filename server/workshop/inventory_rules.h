#pragma once

#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/machine_ids.h"
#include "server/domain/value.h"

/// What of an inventory goes into a unit's history. Pure.
namespace remise::workshop {

/// What kind of machine it is: maker, model, serial and parts, texts, whole numbers and yes or no only.
/// Nothing that tells of people or of the network it was in: name, addresses, the donor's own number; nor a
/// screen's serial number, which is another thing's.
domain::Value hardwareOf(const drivers::reports::Inventory&);

/// By what this machine is known again: none of its disks.
domain::MachineIds machineIdsOf(const drivers::reports::Inventory&);

/// A drive as `attach_drive` takes it, without its code; `serial` only when it is an identity.
domain::Value describeDrive(const drivers::reports::Drive&);

/// A drive of the unit that this one must be, although it has no serial: same model and capacity, and none
/// of `taken`. Empty when there is none.
std::string sameNamelessDrive(const domain::Value& unitState, const domain::Value& described,
                              const std::vector<std::string>& taken);

/// A partial inventory says only what has changed: the rest stays as it was.
domain::Value mergedHardware(const domain::Value& known, const domain::Value& fresh);

}  // namespace remise::workshop
