#pragma once

#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// What a manager is to know of: one line for what, about whom and day, however often it happens.
struct Alert {
    std::string kind;
    std::string about;  ///< id of a terminal or person, or an address
    std::int64_t times = 1;
    domain::Milliseconds firstAt = 0, lastAt = 0;
    std::string details;  ///< canonical JSON, of the last time
};

/// Adds to the day's line, or begins it.
void addAlert(Connection&, const Alert&);
/// Newest first, so many of each kind: a flood of one hides no other.
std::vector<Alert> listAlerts(Connection&, domain::Milliseconds since, int limitOfKind);
/// How many went.
std::uint64_t deleteAlertsBefore(Connection&, domain::Milliseconds);

}  // namespace remise::db
