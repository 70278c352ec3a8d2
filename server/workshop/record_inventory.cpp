#include "server/workshop/record_inventory.h"

#include <algorithm>

#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/domain/policy.h"
#include "server/domain/unit_state.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/known_machines.h"
#include "server/workshop/name_drives.h"
#include "server/workshop/tool_tests.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;

namespace {

std::optional<db::UnitRow> unitOf(db::Pool& pool, const std::string& code) {
    const auto connection = pool.take();
    return db::findUnit(*connection, code);
}

/// Tests that another tool has done count with the inventory, all or none, where tests may be done at all.
Value testsOf(const Inventory& inventory, const std::optional<db::UnitRow>& unit) {
    if (!unit || !containsWord("received in_work", unit->stage)) return {};
    const UnitState state(unit->state);
    const bool isOpen = std::ranges::none_of(inventory.locks, [](drivers::reports::Lock lock) {
        return lock == drivers::reports::Lock::ownerAccount || lock == drivers::reports::Lock::management;
    });
    if (!isOpen || state.isLocked() || state.text("battery") == "swollen") return {};
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    Value answers = policy ? answersOf(inventory.tests, policy->tests) : Value();
    if (answers.isObject() && !inventory.tool.empty()) answers["tool"] = inventory.tool;
    return answers;
}

/// The kind of a command, and its data.
struct Facts {
    std::string kind;
    Value data;
};

Facts factsOf(Value inventory, Value tests) {
    if (!tests.isObject()) return {"record_inventory", std::move(inventory)};
    Value::Array facts;
    facts.push_back(Value::Object{{"kind", "record_inventory"}, {"data", std::move(inventory)}});
    facts.push_back(Value::Object{{"kind", "record_test"}, {"data", std::move(tests)}});
    return {"report", Value::Object{{"facts", std::move(facts)}}};
}

wire::ReadCommand commandOf(const http::Request& request, const ReportQuery& query,
                            const RecordInventory::Kept& kept, Facts facts) {
    wire::ReadCommand read;
    read.command.id = query.command;
    read.command.at = request.receivedAt;
    read.command.worker = query.worker;
    read.command.station = request.queryValue("station").value_or("");
    read.command.kind = facts.kind;
    read.command.subject = query.unit;
    read.command.data = std::move(facts.data);
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
    Findings found;
    found.named = nameDrives(m_pool, m_codes, inventory, query.unit, state);
    found.moved = movedDrives(m_pool, found.named, query.unit);
    found.unseen = unseenDrives(inventory, found.named, state);
    Value data = Value::Object{
        {"report", kept.report.text()},
        {"hardware", inventory.partial ? mergedHardware(state["hardware"], hardware) : hardware},
        {"drives", found.named}};
    found.tests = testsOf(inventory, unit);
    const auto reply =
        m_commands.send(request, commandOf(request, query, kept, factsOf(std::move(data), found.tests)));
    if (!reply) return {.answer = {}, .refusal = reply.refusal(), .refused = {}};
    const auto connection = m_pool.take();
    if (!reply->accepted) {
        db::settleInventory(*connection, kept.report,
                            {.state = db::ReportState::unassigned, .refusal = reply->refusalCode});
        return {.answer = {}, .refusal = {}, .refused = *reply};
    }
    const db::Settlement applied{.state = db::ReportState::applied,
                                 .unit = query.unit,
                                 .reply = canonicalJson(answer(kept, *reply, found))};
    db::settleInventory(*connection, kept.report, applied);
    // It may have come before, when nobody knew yet whose it was.
    if (const auto waiting = db::findWaitingInventory(*connection, kept.content))
        db::settleInventory(*connection, waiting->id, applied);
    return {.answer = applied.reply, .refusal = {}, .refused = {}};
}

Value RecordInventory::answer(const Kept& kept, const CommandReply& reply, const Findings& found) {
    const SubjectView& unit = *reply.subject;
    const auto connection = m_pool.take();
    const auto known = knownMachines(*connection, kept.inventory, unit.code);
    return Value::Object{
        {"report", kept.report.text()},
        {"unit",
         Value::Object{
             {"code", unit.code}, {"stage", unit.stage}, {"next", unit.next}, {"version", unit.version}}},
        {"inventory", hardwareOf(kept.inventory)},
        {"drives", found.named},
        {"moved_drives", found.moved},
        {"unseen_drives", found.unseen},
        {"tests", found.tests.isObject() ? found.tests["tests"] : Value(Value::Object{})},
        {"known_units", codesOf(known)},
        {"known_machines", toValue(*connection, known)}};
}

}  // namespace remise::workshop
