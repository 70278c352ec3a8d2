#pragma once

#include <string>

#include "server/domain/language.h"

namespace remise::workshop {

/// What a station is called on its terminal: "Tri". Where no procedure bears the name, the name itself.
std::string stationTitle(const std::string& station, domain::Language);

}  // namespace remise::workshop
