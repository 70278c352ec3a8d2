#pragma once

#include "db/alert_store.h"
#include "server/http/request.h"

namespace remise::identity {

/// What the manager is told of a terminal that gives numbers we have taken already: `own` is its own number,
/// `taken` the highest one taken from it.
db::Alert restoredAlert(const http::Caller& terminal, std::int64_t own, std::int64_t taken,
                        domain::Milliseconds now);

}  // namespace remise::identity
