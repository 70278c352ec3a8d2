#include "server/impact/steering_pages.h"

#include <algorithm>

#include "db/alert_store.h"
#include "db/board_store.h"
#include "db/request_store.h"
#include "server/domain/stages.h"
#include "server/domain/words.h"
#include "server/impact/alert_view.h"
#include "server/impact/impact_rules.h"

namespace remise::impact {

using domain::Language;
using domain::Subject;
using domain::Value;

namespace {

using Counts = std::map<std::string, std::int64_t>;

/// One bar a stage, in the order of the table of stages; what has none is left out.
Value bars(Subject subject, const Counts& counts, Language language) {
    std::int64_t most = 1;
    for (const auto& [stage, count] : counts)
        most = std::max(most, count);
    constexpr std::int64_t whole = 100;
    Value::Array rows;
    for (const auto& stage : domain::stages()) {
        const auto found = counts.find(std::string(stage.name));
        if (stage.subject != subject || found == counts.end()) continue;
        rows.push_back(Value::Object{{"label", domain::stageWord(subject, stage.name, language)},
                                     {"number", domain::numberInWords(found->second, language)},
                                     {"width", std::max<std::int64_t>(1, found->second * whole / most)}});
    }
    return rows;
}

std::string percent(std::optional<int> rate, Language language) {
    if (!rate) return "–";
    return std::to_string(*rate) + (language == Language::english ? "%" : "\u00a0%");
}

/// Of the last week, for those who run the house; nothing for others.
Value alerts(db::Connection& connection, const http::Pages& pages, const http::Request& request) {
    constexpr domain::Milliseconds aWeek = 7LL * 24 * 60 * 60 * 1000;
    constexpr int mostOfKind = 10;
    constexpr auto told = domain::Role::manager | domain::Role::admin;
    if (!request.caller.role || !told.contains(*request.caller.role)) return Value::Array{};
    return alertView(db::listAlerts(connection, request.receivedAt - aWeek, mostOfKind), pages.strings(),
                     request.language);
}

http::Reply show(db::Pool& pool, const http::Pages& pages, const http::Request& request) {
    const auto connection = pool.take();
    std::vector<Count> counts;
    Counts units;
    for (auto& row : db::countByCategoryAndStage(*connection)) {
        units[row.stage] += row.units;
        counts.push_back({std::move(row.category), std::move(row.stage), row.units});
    }
    const Value told = alerts(*connection, pages, request);
    const Reuse reuse = reuseOf(counts);
    const Language language = request.language;
    return pages.page(
        "impact/steering",
        Value::Object{{"title", pages.strings().text("steering.title", language)},
                      {"has_alerts", !told.array().empty()},
                      {"alerts", told},
                      {"unit_rate", percent(reuse.unitRate(), language)},
                      {"weight_rate", percent(reuse.weightRate(), language)},
                      {"reused_units", domain::numberInWords(reuse.reusedUnits, language)},
                      {"reused_weight", domain::weightInWords(reuse.reusedGrams, language)},
                      {"co2", domain::weightInWords(reuse.co2Grams, language)},
                      {"units", bars(Subject::unit, units, language)},
                      {"requests", bars(Subject::request, db::countRequestsByStage(*connection), language)}},
        request);
}

}  // namespace

void addSteeringPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    router.add(
        {"GET", "/pilotage", [&](const http::Request& request) { return show(pool, pages, request); }});
}

}  // namespace remise::impact
