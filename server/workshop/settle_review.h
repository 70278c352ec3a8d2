#pragma once

#include "db/database.h"
#include "db/review_store.h"
#include "server/domain/outcome.h"
#include "server/http/request.h"

namespace remise::workshop {

/// The line of the review list, once this person has settled it with a reason. Refused when there is no such
/// line at their site (review_unknown), somebody was faster (review_settled), or the reason is missing.
domain::Outcome<db::Review> settleReview(db::Pool&, const http::Request&, const domain::Uuid& command,
                                         const std::string& reason);

}  // namespace remise::workshop
