#include "server/workshop/inventory_api.h"

#include "db/report_store.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/keep_inventory.h"
#include "server/workshop/known_machines.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t largestInventory = 16'000'000;  // with room for the rest in one packet to the database
constexpr std::size_t largestFromAgent = 1 << 20;
constexpr std::size_t noBody = 1024;  // some clients send an empty object
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

http::Reply tieInventory(TieInventory& tie, const http::Request& request) {
    const auto query = readReportQuery(request);
    if (!query) return http::Reply::problem(query.refusal(), request.language);
    return tie(request, {request.parameter("id"), *query, codesIn(request.queryValue("beside").value_or("")),
                         request.queryValue("serial_differs") == "1"})
        .reply(request.language);
}

/// What is told of one before somebody says whose it is: the machine, and under which units it is known.
http::Reply showInventory(db::Pool& pool, const http::Request& request) {
    const auto id = Uuid::parse(request.parameter("id"));
    const auto connection = pool.take();
    const auto stored = id ? db::findInventory(*connection, *id) : std::nullopt;
    if (!stored || !isOf(*stored, request.caller.site))
        return http::Reply::problem(Refusal(refusals::inventoryUnknown), request.language);
    Value value = waitingInventory(*stored);
    const auto read = drivers::reports::readInventory(db::inventoryBody(*connection, *id));
    if (!read) return http::Reply::json(value);
    const auto known = knownMachines(*connection, *read, stored->unit);
    value["inventory"] = hardwareOf(*read);
    value["known_units"] = codesOf(known);
    value["known_machines"] = toValue(*connection, known);
    return http::Reply::json(value);
}

http::Reply listInventories(db::Pool& pool, const http::Request& request) {
    if (request.queryValue("unassigned") != "1")
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "unassigned"}, {"why", "1"}}),
                                    request.language);
    const auto limit = request.queryInteger("limit", 100, {1, mostReports});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    const auto connection = pool.take();
    Value::Array list;
    for (const auto& report :
         db::listWaitingInventories(*connection, request.caller.site, static_cast<int>(*limit)))
        list.push_back(waitingInventory(report));
    return http::Reply::json(Value::Object{{"inventories", list}});
}

}  // namespace

void addInventoryRoutes(http::Router& router, db::Pool& pool, TakeInventory& take, TieInventory& tie,
                        AnswerAgent answerAgent) {
    http::Route post{
        "POST", "/api/v1/inventories",
        [&take, answerAgent](const http::Request& r) { return takeInventory(take, answerAgent, r); },
        largestInventory};
    post.publicBodyLimit = largestFromAgent;
    router.add(std::move(post));
    router.add({"POST", "/api/v1/diagnostics", [&take](const http::Request& r) { return take.forDevice(r); },
                largestInventory});
    router.add(
        {"GET", "/api/v1/inventories", [&pool](const http::Request& r) { return listInventories(pool, r); }});
    router.add({"GET", "/api/v1/inventories/{id}",
                [&pool](const http::Request& r) { return showInventory(pool, r); }});
    router.add({"POST", "/api/v1/inventories/{id}/tie",
                [&tie](const http::Request& r) { return tieInventory(tie, r); }, noBody});
}

}  // namespace remise::workshop
