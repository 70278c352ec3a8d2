#pragma once

#include <string_view>

#include "server/identity/secrets.h"

namespace remise::workshop {

/// Whether a drive is drawn for a second check by another person, `percent` in a hundred. Nobody can foresee
/// it without the server's secret, and a report that is sent again draws the same.
bool isDrawn(const identity::ServerSecret&, const domain::Uuid& report, std::string_view drive, int percent);

}  // namespace remise::workshop
