#include "server/workshop/board_pages.h"

#include <algorithm>

#include "db/board_store.h"
#include "db/location_store.h"
#include "db/report_store.h"
#include "db/review_store.h"
#include "db/unit_store.h"
#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/identity/rights.h"
#include "server/workshop/unit_view.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view usualOrder[] = {"arrive", "sort",  "unlock",  "test",    "erase",     "check",
                                           "repair", "grade", "install", "clean",   "control",   "stock",
                                           "pick",   "pack",  "ship",    "readmit", "dismantle", "recycle"};
constexpr int mostStuck = 50;

std::size_t placeInOrder(const std::string& step) {
    return static_cast<std::size_t>(std::find(std::begin(usualOrder), std::end(usualOrder), step) -
                                    std::begin(usualOrder));
}

/// Three pieces of one bar, as wide as the step's share of the fullest one.
Value row(const db::StepAges& step, std::int64_t most, Language language) {
    constexpr std::int64_t whole = 100;
    const auto width = [&](std::int64_t count) {
        return count == 0 ? std::int64_t{0} : std::max<std::int64_t>(1, count * whole / most);
    };
    const std::int64_t older = width(step.older), week = width(step.thisWeek);
    return Value::Object{{"step", stepWord(step.step, language)},
                         {"all", numberInWords(step.all(), language)},
                         {"today", numberInWords(step.today, language)},
                         {"week", numberInWords(step.thisWeek, language)},
                         {"older", numberInWords(step.older, language)},
                         {"has_older", step.older > 0},
                         {"since", dateInWords(step.oldest, language)},
                         {"older_width", older},
                         {"week_x", older},
                         {"week_width", week},
                         {"today_x", older + week},
                         {"today_width", width(step.today)}};
}

Value steps(db::Connection& connection, const http::Request& request) {
    auto counts = db::countByStepAndAge(connection, request.receivedAt);
    std::erase_if(counts, [](const auto& step) { return step.step == "unblock"; });
    std::stable_sort(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
        return placeInOrder(a.step) < placeInOrder(b.step);
    });
    std::int64_t most = 1;
    for (const auto& step : counts)
        most = std::max(most, step.all());
    Value::Array rows;
    for (const auto& step : counts)
        rows.push_back(row(step, most, request.language));
    return rows;
}

/// Blocked units, those that wait longest first.
Value stuck(db::Connection& connection, const http::Pages& pages, const http::Request& request) {
    std::map<std::string, std::string> places;
    for (const auto& location : db::listLocations(connection, request.caller.site))
        places.emplace(location.code, location.name);
    Value::Array rows;
    for (const auto& unit : db::listBlocked(connection, mostStuck)) {
        Value view = unitView(unit, pages.strings(), request.language);
        const std::string key = "board.reason." + unit.state.textOr("reason");
        const bool isKnown = pages.strings().table(request.language).contains(key);
        view["reason"] = isKnown ? pages.strings().text(key, request.language) : unit.state.textOr("reason");
        view["place"] = places.contains(unit.location) ? places[unit.location] : unit.location;
        view["since"] = dateInWords(unit.changedAt, request.language);
        rows.push_back(std::move(view));
    }
    return rows;
}

/// How many lines wait for a leader's look; empty for who may not look, and when there are none.
std::string toReview(db::Connection& connection, const http::Request& request) {
    const auto* right = identity::routeRight("GET", "/atelier/a-revoir");
    const auto count =
        identity::mayUse(right, request) ? db::countOpenReviews(connection, request.caller.site) : 0;
    return count > 0 ? numberInWords(count, request.language) : "";
}

/// The same of inventories that belong to no machine yet.
std::string toTie(db::Connection& connection, const http::Request& request) {
    const auto* right = identity::routeRight("GET", "/atelier/inventaires");
    const auto count =
        identity::mayUse(right, request) ? db::countWaitingInventories(connection, request.caller.site) : 0;
    return count > 0 ? numberInWords(count, request.language) : "";
}

bool maySee(const http::Request& request, std::string_view page) {
    return identity::mayUse(identity::routeRight("GET", page), request).ok();
}

http::Reply show(db::Pool& pool, const http::Pages& pages, const http::Request& request) {
    const auto connection = pool.take();
    const Value blocked = stuck(*connection, pages, request);
    const Value waiting = steps(*connection, request);
    const auto& shown = blocked.array();
    const std::int64_t allStuck = db::countBlocked(*connection);
    const std::int64_t more = allStuck - static_cast<std::int64_t>(shown.size());
    const bool hasPlaces = std::any_of(shown.begin(), shown.end(),
                                       [](const Value& row) { return !row["place"].text().empty(); });
    const std::string moreText =
        more > 0 ? pages.strings().text("board.more_stuck", request.language,
                                        {{"count", numberInWords(more, request.language)}})
                 : "";
    return pages.page("workshop/board",
                      Value::Object{{"title", pages.strings().text("board.title", request.language)},
                                    {"at", momentInWords(request.receivedAt, request.language)},
                                    {"to_review", toReview(*connection, request)},
                                    {"to_tie", toTie(*connection, request)},
                                    {"may_release", maySee(request, "/atelier/telephones")},
                                    {"may_destroy", maySee(request, "/atelier/destruction")},
                                    {"stuck", blocked},
                                    {"has_stuck", !blocked.array().empty()},
                                    {"stuck_count", allStuck},
                                    {"more_stuck", moreText},
                                    {"has_places", hasPlaces},
                                    {"is_empty", waiting.array().empty()},
                                    {"steps", waiting}},
                      request);
}

}  // namespace

void addBoardPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    router.add({"GET", "/atelier", [&](const http::Request& request) { return show(pool, pages, request); }});
}

}  // namespace remise::workshop
