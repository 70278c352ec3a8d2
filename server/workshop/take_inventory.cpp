#include "server/workshop/take_inventory.h"

#include "db/serial_store.h"
#include "db/unit_store.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/refusals.h"
#include "server/identity/rights.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/keep_inventory.h"
#include "server/workshop/name_drives.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;

namespace {

std::optional<db::UnitRow> unitOf(db::Pool& pool, const std::string& code) {
    const auto connection = pool.take();
    return db::findUnit(*connection, code);
}

http::Reply no(const Refusal& refusal, const http::Request& request) {
    return http::Reply::problem(refusal, request.language);
}

}  // namespace

http::Reply TakeInventory::forUnit(const http::Request& request) {
    const auto query = readReportQuery(request);
    if (!query) return no(query.refusal(), request);
    if (const auto author = authorOf(request, *query, m_badges, "record_inventory"); !author)
        return no(author.refusal(), request);
    const auto read = drivers::reports::readInventory(request.body);
    auto report = receivedInventory(request, query->command);
    report.unit = query->unit;
    describeInventory(report, read);
    const auto kept = keepInventory(m_pool, report);
    if (!kept) return no(kept.refusal(), request);
    if (!kept->reply.empty()) return http::Reply::jsonText(kept->reply);
    if (!read) return no(keptForReview(read.refusal(), report.id), request);
    return apply(request, *query, *read, report.sha256);
}

http::Reply TakeInventory::apply(const http::Request& request, const ReportQuery& query,
                                 const Inventory& inventory, const Digest& content) {
    const auto unit = unitOf(m_pool, query.unit);
    const Value state = unit ? unit->state : Value();
    const Value hardware = hardwareOf(inventory);
    const Value drives = nameDrives(m_pool, m_codes, inventory, query.unit, state);
    wire::ReadCommand command;
    command.command = {query.command,
                       request.receivedAt,
                       query.worker,
                       request.queryValue("station").value_or(""),
                       "record_inventory",
                       query.unit,
                       {},
                       {},
                       {}};
    command.command.data = Value::Object{
        {"report", query.command.text()},
        {"hardware", inventory.partial ? mergedHardware(state["hardware"], hardware) : hardware},
        {"drives", drives}};
    command.content = canonicalJson(
        Value::Object{{"kind", "record_inventory"}, {"unit", query.unit}, {"sha256", content.hex()}});
    const auto reply = m_commands.send(request, std::move(command));
    if (!reply) return no(reply.refusal(), request);
    const bool accepted = reply->accepted;
    const std::string said = accepted ? canonicalJson(answer(inventory, *reply, drives)) : "";
    const auto connection = m_pool.take();
    db::settleInventory(*connection, query.command,
                        accepted ? db::ReportState::applied : db::ReportState::unassigned, reply->refusalCode,
                        said);
    // It may have come before, when nobody knew yet whose it was.
    if (const auto waiting = db::findWaitingInventory(*connection, content); accepted && waiting)
        db::settleInventory(*connection, waiting->id, db::ReportState::applied, "", said);
    return accepted ? http::Reply::jsonText(said) : http::Reply::problem(*reply, request.language);
}

Value TakeInventory::answer(const Inventory& inventory, const CommandReply& reply, const Value& drives) {
    const SubjectView& unit = *reply.subject;
    return Value::Object{
        {"report", reply.id.text()},
        {"unit",
         Value::Object{
             {"code", unit.code}, {"stage", unit.stage}, {"next", unit.next}, {"version", unit.version}}},
        {"inventory", hardwareOf(inventory)},
        {"drives", drives},
        {"known_units", unitsLike(inventory, unit.code)}};
}

/// Other units of the same serial are shown, never merged: that is a leader's to decide.
Value TakeInventory::unitsLike(const Inventory& inventory, std::string_view except) {
    Value::Array codes;
    if (!inventory.serial) return codes;
    const auto connection = m_pool.take();
    for (std::string& code : db::unitsWithSerial(*connection, *inventory.serial))
        if (code != except) codes.emplace_back(std::move(code));
    return codes;
}

http::Reply TakeInventory::assign(const http::Request& request, const db::StoredReport& waiting,
                                  const ReportQuery& query) {
    const auto read = drivers::reports::readInventory(db::inventoryBody(*m_pool.take(), waiting.id));
    if (!read) return no(keptForReview(read.refusal(), waiting.id), request);
    http::Reply reply = apply(request, query, *read, waiting.sha256);
    if (reply.status == 200) db::tieInventory(*m_pool.take(), waiting.id, query.unit);
    return reply;
}

http::Reply TakeInventory::forNobody(const http::Request& request) {
    const auto read = drivers::reports::readInventory(request.body);
    const auto named = request.queryValue("command");
    const auto id = named ? Uuid::parse(*named) : Uuid::v7(request.receivedAt);
    if (!id) return no(Refusal(refusals::badParameter, {{"name", "command"}, {"why", "UUID"}}), request);
    auto report = receivedInventory(request, *id);
    describeInventory(report, read);
    if (!named) {
        const auto connection = m_pool.take();
        if (const auto waiting = db::findWaitingInventory(*connection, report.sha256))
            report.id = waiting->id;
    }
    const auto kept = keepInventory(m_pool, report);
    if (!kept) return no(kept.refusal(), request);
    if (!read) return no(keptForReview(read.refusal(), report.id), request);
    return http::Reply::json(Value::Object{{"report", report.id.text()},
                                           {"state", db::reportStateName(kept->state)},
                                           {"inventory", hardwareOf(*read)},
                                           {"known_units", unitsLike(*read, "")}},
                             202);
}

}  // namespace remise::workshop
