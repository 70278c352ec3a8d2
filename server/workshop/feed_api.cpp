#include "server/workshop/feed_api.h"

#include "server/domain/refusals.h"
#include "server/workshop/unit_json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostEvents = 500;

/// The event without its neighbours: whoever wants to check the chain asks for the unit.
Value itemJson(const db::FeedItem& item) {
    Value value = eventDetail(item.stored, item.code, {});
    value.object().erase("previous");
    value["place"] = item.place;
    return value;
}

http::Reply showFeed(db::Pool& pool, const http::Request& request) {
    const auto after = request.queryInteger("after", 0), limit = request.queryInteger("limit", 100);
    if (!after || *after < 0)
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "after"}, {"why", "0…"}}),
                                    request.language);
    if (!limit || *limit < 1 || *limit > mostEvents)
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "limit"}, {"why", "1–500"}}),
                                    request.language);
    const auto connection = pool.take();
    Value::Array events;
    std::uint64_t last = static_cast<std::uint64_t>(*after);
    for (const db::FeedItem& item : db::readFeed(*connection, last, static_cast<int>(*limit))) {
        events.push_back(itemJson(item));
        last = item.place;
    }
    return http::Reply::json(Value::Object{{"events", events}, {"last", last}});
}

}  // namespace

void addFeedRoutes(http::Router& router, db::Pool& pool) {
    router.add({"GET", "/api/v1/feed", [&pool](const http::Request& r) { return showFeed(pool, r); }});
    router.add({"GET", "/api/v1/feed/stream",
                [](const http::Request&) { return http::Reply::eventStream("feed"); }});
}

void publishFeed(http::EventStreams& streams, const std::vector<db::FeedItem>& items) {
    for (const db::FeedItem& item : items) {
        const std::string place = std::to_string(item.place);
        streams.publish("feed", place, canonicalJson(itemJson(item)));
        if (item.stored.subject == Subject::request)
            streams.publish("request:" + item.code, place,
                            canonicalJson(Value::Object{{"request", item.code},
                                                        {"stage", item.stored.event.stageAfter}}));
    }
}

}  // namespace remise::workshop
