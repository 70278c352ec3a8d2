#pragma once

#include <nlohmann/json_fwd.hpp>
#include <variant>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// One entry of GLPI's `storages`: a drive of the machine, a medium plugged or put into it, or nothing real
/// (loop, RAM and mapped devices). In doubt it is a drive.
std::variant<std::monostate, Drive, Medium> classifyStorage(const nlohmann::json& storage);

}  // namespace remise::drivers::reports
