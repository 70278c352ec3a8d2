#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "db/connection.h"

namespace remise::db {

/// How many prepared statements a connection keeps.
inline constexpr std::size_t statementsKept = 256;

/// What of the database server's own limits is too small for a program with so many connections, in words for
/// whoever looks after it; nothing when all is well. Past them it would work until a busy hour.
std::optional<std::string> limitsTooSmall(Connection&, std::size_t connections);

}  // namespace remise::db
