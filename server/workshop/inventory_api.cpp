#include "server/workshop/inventory_api.h"

#include "server/domain/canonical.h"
#include "server/domain/refusals.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t largestInventory = 16'000'000;  // with room for the rest in one packet to the database
constexpr std::size_t largestFromAgent = 1 << 20;
constexpr std::int64_t mostReports = 500;

http::Reply takeInventory(TakeInventory& take, const AnswerAgent& answerAgent, const http::Request& request) {
    if (!request.caller.role) return answerAgent(request);
    return request.queryValue("unit") ? take.forUnit(request) : take.forNobody(request);
}

Value waitingInventory(const db::StoredReport& report) {
    Value value = readCanonical(report.summary);
    value["id"] = report.id.text();
    value["received_at"] = formatTime(report.receivedAt);
    value["state"] = db::reportStateName(report.state);
    value["format"] = report.format;
    if (!report.unit.empty()) value["unit"] = report.unit;
    if (!report.refusal.empty()) value["refusal"] = report.refusal;
    return value;
}

http::Reply listInventories(db::Pool& pool, const http::Request& request) {
    if (request.queryValue("unassigned") != "1")
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "unassigned"}, {"why", "1"}}),
                                    request.language);
    const auto limit = request.queryInteger("limit", 100, {1, mostReports});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    const auto connection = pool.take();
    Value::Array list;
    for (const auto& report : db::listWaitingInventories(*connection, static_cast<int>(*limit)))
        list.push_back(waitingInventory(report));
    return http::Reply::json(Value::Object{{"inventories", list}});
}

}  // namespace

void addInventoryRoutes(http::Router& router, db::Pool& pool, TakeInventory& take, AnswerAgent answerAgent) {
    http::Route post{
        "POST", "/api/v1/inventories",
        [&take, answerAgent](const http::Request& r) { return takeInventory(take, answerAgent, r); },
        largestInventory};
    post.publicBodyLimit = largestFromAgent;
    router.add(std::move(post));
    router.add(
        {"GET", "/api/v1/inventories", [&pool](const http::Request& r) { return listInventories(pool, r); }});
}

}  // namespace remise::workshop
