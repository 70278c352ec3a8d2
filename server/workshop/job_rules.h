#pragma once

#include "server/domain/entity.h"

/// Which drives and tests a job may name. Pure.
namespace remise::workshop {

/// The unit's drives that can be told by their serial and are not erased yet, as a job lists them:
/// [{drive, serial, model, bytes}]. A drive without a serial is in no job: it is destroyed, or looked at by a
/// person.
domain::Value::Array drivesToErase(const domain::Value& unitState);

/// The unit's drives that were drawn for a second check, the same way.
domain::Value::Array drivesToCheck(const domain::Value& unitState);

/// True for a test that at least one category has.
bool isTestOfSome(std::string_view test);

/// Those of `wanted` that this category has; none where it is not known.
domain::Value::Array testsFor(const domain::Value::Array& wanted, std::string_view category);

}  // namespace remise::workshop
