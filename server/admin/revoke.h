#pragma once

#include <optional>
#include <string>

#include "db/database.h"
#include "server/domain/ids.h"

/// What an administrator takes away: a terminal's access, a person's badges. Each throws std::runtime_error
/// that says so when there is nobody of that name, or more than one. Servers hear of it within seconds.
namespace remise::admin {

/// By the terminal's name or its id; the name of the one that works no longer.
std::string revokeTerminal(db::Pool&, const std::string& site, const std::string& nameOrId);
/// Every badge of the person of this name; how many there were.
std::uint64_t revokeBadgesOf(db::Pool&, const std::string& site, const std::string& name,
                             domain::Milliseconds now);

}  // namespace remise::admin
