#include "server/workshop/record_inventory.h"

#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/known_machines.h"
#include "server/workshop/name_drives.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;

namespace {

std::optional<db::UnitRow> unitOf(db::Pool& pool, const std::string& code) {
    const auto connection = pool.take();
    return db::findUnit(*connection, code);
}

wire::ReadCommand commandOf(const http::Request& request, const ReportQuery& query,
                            const RecordInventory::Kept& kept, Value data) {
    wire::ReadCommand read;
    read.command.id = query.command;
    read.command.at = request.receivedAt;
    read.command.worker = query.worker;
    read.command.station = request.queryValue("station").value_or("");
    read.command.kind = "record_inventory";
    read.command.subject = query.unit;
    read.command.data = std::move(data);
    read.content = canonicalJson(
        Value::Object{{"kind", "record_inventory"}, {"unit", query.unit}, {"sha256", kept.content.hex()}});
    return read;
}

}  // namespace

http::Reply Recorded::reply(Language language) const {
    if (refusal) return http::Reply::problem(*refusal, language);
    return refused ? http::Reply::problem(*refused, language) : http::Reply::jsonText(answer);
}

std::string Recorded::whyNot(Language language) const {
    if (refusal) return refusal->text(language);
    return refused ? refused->refusalMessage : "";
}

Recorded RecordInventory::operator()(const http::Request& request, const ReportQuery& query,
                                     const Kept& kept) {
    const Inventory& inventory = kept.inventory;
    const auto unit = unitOf(m_pool, query.unit);
    const Value state = unit ? unit->state : Value();
    const Value hardware = hardwareOf(inventory);
    Drives drives;
    drives.named = nameDrives(m_pool, m_codes, inventory, query.unit, state);
    drives.moved = movedDrives(m_pool, drives.named, query.unit);
    drives.unseen = unseenDrives(inventory, drives.named, state);
    Value data = Value::Object{
        {"report", kept.report.text()},
        {"hardware", inventory.partial ? mergedHardware(state["hardware"], hardware) : hardware},
        {"drives", drives.named}};
    const auto reply = m_commands.send(request, commandOf(request, query, kept, std::move(data)));
    if (!reply) return {.answer = {}, .refusal = reply.refusal(), .refused = {}};
    const auto connection = m_pool.take();
    if (!reply->accepted) {
        db::settleInventory(*connection, kept.report,
                            {.state = db::ReportState::unassigned, .refusal = reply->refusalCode});
        return {.answer = {}, .refusal = {}, .refused = *reply};
    }
    const db::Settlement applied{.state = db::ReportState::applied,
                                 .unit = query.unit,
                                 .reply = canonicalJson(answer(kept, *reply, drives))};
    db::settleInventory(*connection, kept.report, applied);
    // It may have come before, when nobody knew yet whose it was.
    if (const auto waiting = db::findWaitingInventory(*connection, kept.content))
        db::settleInventory(*connection, waiting->id, applied);
    return {.answer = applied.reply, .refusal = {}, .refused = {}};
}

Value RecordInventory::answer(const Kept& kept, const CommandReply& reply, const Drives& drives) {
    const SubjectView& unit = *reply.subject;
    const auto connection = m_pool.take();
    const auto known = knownMachines(*connection, kept.inventory, unit.code);
    return Value::Object{
        {"report", kept.report.text()},
        {"unit",
         Value::Object{
             {"code", unit.code}, {"stage", unit.stage}, {"next", unit.next}, {"version", unit.version}}},
        {"inventory", hardwareOf(kept.inventory)},
        {"drives", drives.named},
        {"moved_drives", drives.moved},
        {"unseen_drives", drives.unseen},
        {"known_units", codesOf(known)},
        {"known_machines", toValue(*connection, known)}};
}

}  // namespace remise::workshop
