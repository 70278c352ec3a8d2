#pragma once

#include "server/domain/entity.h"

/// Which drives a job may name. Pure.
namespace remise::workshop {

/// The unit's drives that can be told by their serial and are not erased yet, as a job lists them:
/// [{drive, serial, model, bytes}]. A drive without a serial is in no job: it is destroyed, or looked at by a
/// person.
domain::Value::Array drivesToErase(const domain::Value& unitState);

/// The unit's drives that were drawn for a second check, the same way.
domain::Value::Array drivesToCheck(const domain::Value& unitState);

}  // namespace remise::workshop
