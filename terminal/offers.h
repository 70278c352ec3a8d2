#pragma once

#include <vector>

#include "server/domain/value.h"

namespace remise::terminal {

/// Products that a unit can be: those of its category, those of its grade first.
std::vector<domain::Value> productsFor(const domain::Value& unit, const domain::Value& products);

/// Of a unit's drives, those that are not erased yet and can be.
std::vector<domain::Value> drivesToErase(const domain::Value& drives);

/// Of a unit's drives, those that there are.
std::vector<domain::Value> drivesInside(const domain::Value& drives);

}  // namespace remise::terminal
