#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "db/connection.h"
#include "server/domain/ids.h"

/// Small things the whole organisation shares: secrets made at first start, counters, leases.
namespace remise::db {

/// The stored bytes; when there are none yet, `fresh` is stored, unless another server was first.
std::string settingOr(Connection&, std::string_view name, std::string_view fresh);

std::optional<std::string> findSetting(Connection&, std::string_view name);

/// Takes `count` numbers from a counter and returns the first. Runs outside the caller's transaction: gaps
/// are allowed, waiting behind one row is not.
std::uint64_t takeNumbers(Connection&, std::string_view counter, std::uint64_t count,
                          std::uint64_t first = 1);
/// The next number a counter would give; 0 when it gave none yet.
std::uint64_t peekCounter(Connection&, std::string_view counter);

/// Takes or renews a lease for so long; elsewhere while another holder's has not run out. The database's
/// clock counts, for no two servers' clocks agree; a lease that runs for longer than anybody is given is one
/// of a clock that was wrong, and not believed.
enum class Holding { mine, elsewhere };
Holding holdLease(Connection&, std::string_view name, const domain::Uuid& holder,
                  std::chrono::milliseconds length);

}  // namespace remise::db
