#include "server/workshop/feed_api.h"

#include <charconv>
#include <limits>

#include "server/domain/refusals.h"
#include "server/ledger/event_json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostEvents = 500;
constexpr int mostMissed = 200;

/// An event with its place. Its previous hash is its neighbour's: whoever wants to check a chain asks for the
/// unit.
std::string itemJson(const db::FeedItem& item) {
    std::string out;
    ledger::appendEventJson(out, item.stored, item.code, std::nullopt);
    out.back() = ',';
    return out += "\"place\":" + std::to_string(item.place) + "}";
}

http::Reply showFeed(db::Pool& pool, const http::Request& request) {
    const auto after = request.queryInteger("after", 0);
    if (!after) return http::Reply::problem(after.refusal(), request.language);
    const auto limit = request.queryInteger("limit", 100, {1, mostEvents});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
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

std::vector<db::FeedItem> readFeed(db::Pool& pool, std::uint64_t after, int most) {
    const auto connection = pool.take();
    return db::readFeed(*connection, after, most);
}

http::Missed missedOf(const std::vector<db::FeedItem>& items, std::uint64_t after) {
    http::Missed missed{{}, after};
    for (const db::FeedItem& item : items) {
        missed.events += http::formatEvent(std::to_string(item.place), itemJson(item));
        missed.last = item.place;
    }
    return missed;
}

/// Where a follower was: what a browser says when it comes back, or the address. Nothing: it begins now.
Outcome<std::optional<std::uint64_t>> placeOf(const http::Request& request) {
    const std::string header = request.header("last-event-id");
    const std::string text = header.empty() ? request.queryValue("after").value_or("") : header;
    if (text.empty()) return std::optional<std::uint64_t>{};
    std::uint64_t place = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
    if (error == std::errc{} && end == text.data() + text.size()) return std::optional(place);
    return Refusal(refusals::badParameter,
                   {{"name", header.empty() ? "after" : "Last-Event-ID"}, {"why", "0…"}});
}

/// Who missed much gets it in pieces: each ends the reply, and the client comes back for the next.
http::Reply followFeed(db::Pool& pool, const http::Request& request) {
    const auto place = placeOf(request);
    if (!place) return http::Reply::problem(place.refusal(), request.language);
    if (!*place) return http::Reply::eventStream("feed");
    const auto items = readFeed(pool, **place, mostMissed);
    auto missed = missedOf(items, **place);
    if (items.size() == mostMissed)
        return http::Reply::bytes("text/event-stream", "retry: 100\n\n" + missed.events);
    auto reply = http::Reply::eventStream("feed", std::move(missed.events));
    reply.missed = [&pool, last = missed.last] {
        return missedOf(readFeed(pool, last, std::numeric_limits<int>::max()), last);
    };
    return reply;
}

}  // namespace

void addFeedRoutes(http::Router& router, db::Pool& pool) {
    router.add({"GET", "/api/v1/feed", [&pool](const http::Request& r) { return showFeed(pool, r); }});
    router.add(
        {"GET", "/api/v1/feed/stream", [&pool](const http::Request& r) { return followFeed(pool, r); }});
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
