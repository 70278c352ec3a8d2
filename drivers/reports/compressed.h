#pragma once

#include <string>
#include <string_view>

#include "server/domain/outcome.h"

/// zlib streams (RFC 1950), as agents send their reports.
namespace remise::drivers::reports {

/// What is inside. Refused when it is damaged or cut (report_field), or larger than 16 MiB (too_large): no
/// more than that is ever unpacked.
domain::Outcome<std::string> unpackZlib(std::string_view packed);

std::string packZlib(std::string_view text);

}  // namespace remise::drivers::reports
