#include "server/workshop/erasure_api.h"

#include "server/domain/canonical.h"
#include "server/domain/refusals.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t largestLog = 4 << 20;
constexpr std::int64_t mostReports = 500;

http::Reply listErasures(db::Pool& pool, const http::Request& request) {
    if (request.queryValue("unassigned") != "1")
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "unassigned"}, {"why", "1"}}),
                                    request.language);
    const auto limit = request.queryInteger("limit", 100, {1, mostReports});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    const auto connection = pool.take();
    Value::Array list;
    for (const auto& report : db::listWaitingErasureReports(*connection, static_cast<int>(*limit))) {
        Value value = report.reply.empty() ? Value(Value::Object{}) : readCanonical(report.reply);
        value.object().erase("report");
        value["id"] = report.id.text();
        value["unit"] = report.unit;
        value["received_at"] = formatTime(report.receivedAt);
        value["state"] = db::reportStateName(report.state);
        if (!report.refusal.empty()) value["refusal"] = report.refusal;
        list.push_back(std::move(value));
    }
    return http::Reply::json(Value::Object{{"erasures", list}});
}

}  // namespace

void addErasureRoutes(http::Router& router, db::Pool& pool, TakeErasure& take) {
    router.add(
        {"POST", "/api/v1/erasures", [&take](const http::Request& r) { return take.take(r); }, largestLog});
    router.add(
        {"GET", "/api/v1/erasures", [&pool](const http::Request& r) { return listErasures(pool, r); }});
}

}  // namespace remise::workshop
