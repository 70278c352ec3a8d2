#include "server/workshop/feed_api.h"

#include "server/domain/refusals.h"
#include "server/workshop/unit_json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostEvents = 500;

/// An event with its place. Its previous hash is its neighbour's: whoever wants to check a chain asks for the
/// unit.
std::string itemJson(const db::FeedItem& item) {
    std::string out;
    appendEventJson(out, item.stored, item.code, std::nullopt);
    out.back() = ',';
    return out += "\"place\":" + std::to_string(item.place) + "}";
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
    std::string out = "{\"events\":[";
    std::uint64_t last = static_cast<std::uint64_t>(*after);
    for (const char* comma = "";
         const db::FeedItem& item : db::readFeed(*connection, last, static_cast<int>(*limit))) {
        (out += comma) += itemJson(item);
        last = item.place;
        comma = ",";
    }
    return http::Reply::jsonText(out + "],\"last\":" + std::to_string(last) + "}");
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
        streams.publish("feed", place, itemJson(item));
        if (item.stored.subject == Subject::request)
            streams.publish("request:" + item.code, place,
                            canonicalJson(Value::Object{{"request", item.code},
                                                        {"stage", item.stored.event.stageAfter}}));
    }
}

}  // namespace remise::workshop
