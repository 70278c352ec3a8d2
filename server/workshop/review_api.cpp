#include "server/workshop/review_api.h"

#include <iterator>
#include <string>

#include "db/pool.h"
#include "db/review_store.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"
#include "server/workshop/settle_review.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostReviews = 500;
constexpr std::size_t smallBody = 8192;

Value reviewJson(const db::Review& review) {
    Value value = Value::Object{
        {"command", review.command.text()},
        {"unit", review.subject},
        {"kind", review.kind},
        {"at", formatTime(review.claimedAt)},
        {"corrected_at", formatTime(review.correctedAt)},
        {"recorded_at", formatTime(review.recordedAt)},
        {"station", review.station},
        {"data", readCanonical(review.data)},
        {"refusal", Value::Object{{"code", review.refusalCode}, {"message", review.refusalMessage}}},
        {"settled", review.settled.has_value()}};
    if (review.after) value["after"] = review.after->text();
    if (review.expects) value["expects"] = *review.expects;
    if (review.settled) {
        value["reason"] = review.settled->reason;
        value["settled_at"] = formatTime(review.settled->at);
    }
    return value;
}

http::Reply list(db::Pool& pool, const http::Request& request) {
    const auto settled = request.queryInteger("settled", 0, {0, 1});
    if (!settled) return http::Reply::problem(settled.refusal(), request.language);
    const auto after = request.queryInteger("after", 0);
    if (!after) return http::Reply::problem(after.refusal(), request.language);
    const auto limit = request.queryInteger("limit", mostReviews, {1, mostReviews});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    auto reviews = db::listReviews(*pool.take(), request.caller.site,
                                   *settled == 1 ? db::ReviewState::settled : db::ReviewState::open,
                                   static_cast<int>(*limit) + 1, *after);
    const bool more = std::ssize(reviews) > *limit;
    if (more) reviews.pop_back();
    Value::Array rows;
    for (const db::Review& review : reviews)
        rows.push_back(reviewJson(review));
    return http::Reply::json(Value::Object{
        {"reviews", rows}, {"next_page", more ? Value(std::to_string(reviews.back().place)) : Value()}});
}

http::Reply settle(db::Pool& pool, const http::Request& request) {
    const auto body = wire::readJson(request.body);
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const auto command = Uuid::parse(request.parameter("command"));
    if (!command) return http::Reply::problem(Refusal(refusals::reviewUnknown), request.language);
    const auto settled = settleReview(pool, request, *command, body->textOr("reason"));
    if (!settled) return http::Reply::problem(settled.refusal(), request.language);
    return http::Reply::json(reviewJson(*settled));
}

}  // namespace

void addReviewRoutes(http::Router& router, db::Pool& pool) {
    router.add({"GET", "/api/v1/reviews", [&](const http::Request& request) { return list(pool, request); }});
    router.add({"POST", "/api/v1/reviews/{command}/settle",
                [&](const http::Request& request) { return settle(pool, request); }, smallBody});
}

}  // namespace remise::workshop
