#include "server/workshop/settle_review.h"

#include "db/transaction.h"
#include "server/domain/refusals.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t longestReason = 1000;

}  // namespace

Outcome<db::Review> settleReview(db::Pool& pool, const http::Request& request, const Uuid& command,
                                 const std::string& reason) {
    if (reason.empty()) return Refusal(refusals::missingData, {{"field", "reason"}});
    if (reason.size() > longestReason) return Refusal(refusals::badData, {{"field", "reason"}});
    const http::Caller& caller = request.caller;
    return db::transact(pool, [&](db::Connection& connection) -> Outcome<db::Review> {
        auto review = db::findReview(connection, command);
        if (!review || (!caller.site.empty() && review->site != caller.site))
            return Refusal(refusals::reviewUnknown);
        review->settled = db::Settled{request.receivedAt, caller.actor, reason};
        if (!db::settleReview(connection, command, *review->settled)) return Refusal(refusals::reviewSettled);
        return std::move(*review);
    });
}

}  // namespace remise::workshop
