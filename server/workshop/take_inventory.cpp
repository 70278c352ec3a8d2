#include "server/workshop/take_inventory.h"

#include <algorithm>

#include "db/serial_store.h"
#include "db/unit_store.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/refusals.h"
#include "server/identity/rights.h"
#include "server/identity/tries.h"
#include "server/proof/sha256.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/name_drives.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::Inventory;
using drivers::reports::ReportFormat;

namespace {

constexpr identity::TryLimit agentReports{"agent report", 60, identity::anHour};

std::string_view formatName(ReportFormat format) {
    switch (format) {
        case ReportFormat::glpiJson:
            return "glpi_json";
        case ReportFormat::workbench:
            return "workbench";
        case ReportFormat::xml:
            return "xml";
        case ReportFormat::zlib:
            return "zlib";
        case ReportFormat::nwipeLog:
            return "nwipe_log";
        case ReportFormat::unknown:
            break;
    }
    return "unknown";
}

db::StoredReport received(const http::Request& request, const Uuid& id) {
    db::StoredReport report;
    report.id = id;
    report.site = request.caller.site;
    report.receivedAt = request.receivedAt;
    report.sender = request.caller.id;
    report.format = formatName(drivers::reports::detectFormat(request.body));
    report.sha256 = proof::sha256(request.body);
    report.body = request.body;
    return report;
}

void describe(db::StoredReport& report, const Outcome<Inventory>& read) {
    if (!read) {
        report.state = db::ReportState::unread;
        report.refusal = read.refusal().code();
        return;
    }
    report.serial = read->serial.value_or("");
    Value summary = hardwareOf(*read);
    summary["drives"] = std::int64_t(read->drives.size());
    report.summary = canonicalJson(summary);
}

/// Keeps it, or finds that it came before. Refused when its id stands for another one.
Outcome<db::StoredReport> keep(db::Pool& pool, const db::StoredReport& report) {
    const auto connection = pool.take();
    db::keepInventory(*connection, report);
    auto kept = db::findInventory(*connection, report.id);
    if (!kept || kept->sha256 != report.sha256 || kept->unit != report.unit)
        return Refusal(refusals::idReused);
    return *kept;
}

std::optional<db::UnitRow> unitOf(db::Pool& pool, const std::string& code) {
    const auto connection = pool.take();
    return db::findUnit(*connection, code);
}

bool hasDoctype(std::string_view xml) {
    static constexpr std::string_view mark = "<!doctype";
    return std::search(xml.begin(), xml.end(), mark.begin(), mark.end(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
           }) != xml.end();
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
    auto report = received(request, query->command);
    report.unit = query->unit;
    describe(report, read);
    const auto kept = keep(m_pool, report);
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

http::Reply TakeInventory::forNobody(const http::Request& request) {
    const auto read = drivers::reports::readInventory(request.body);
    const auto named = request.queryValue("command");
    const auto id = named ? Uuid::parse(*named) : Uuid::v7(request.receivedAt);
    if (!id) return no(Refusal(refusals::badParameter, {{"name", "command"}, {"why", "UUID"}}), request);
    auto report = received(request, *id);
    describe(report, read);
    if (!named) {
        const auto connection = m_pool.take();
        if (const auto waiting = db::findWaitingInventory(*connection, report.sha256))
            report.id = waiting->id;
    }
    const auto kept = keep(m_pool, report);
    if (!kept) return no(kept.refusal(), request);
    if (!read) return no(keptForReview(read.refusal(), report.id), request);
    return http::Reply::json(Value::Object{{"report", report.id.text()},
                                           {"state", db::reportStateName(kept->state)},
                                           {"inventory", hardwareOf(*read)},
                                           {"known_units", unitsLike(*read, "")}},
                             202);
}

http::Reply TakeInventory::fromAgent(const http::Request& request) {
    const auto format = drivers::reports::detectFormat(request.body);
    if (!identity::comesFromThisMachine(request) || request.queryValue("unit") ||
        (format != ReportFormat::xml && format != ReportFormat::zlib))
        return no(Refusal(refusals::signInNeeded), request);
    if (const auto one =
            identity::Try::begin(m_pool, m_secret, {{agentReports, request.remote}}, request.receivedAt);
        !one)
        return no(one.refusal(), request);
    if (format == ReportFormat::xml && hasDoctype(request.body))
        return no(Refusal(refusals::hasDoctype), request);
    auto report = received(request, Uuid::v7(request.receivedAt));
    report.state = db::ReportState::unread;
    report.refusal = refusals::reportUnknown.code;
    const auto connection = m_pool.take();
    if (const auto waiting = db::findWaitingInventory(*connection, report.sha256)) report.id = waiting->id;
    db::keepInventory(*connection, report);
    return http::Reply::json(Value::Object{{"report", report.id.text()}, {"state", "unread"}}, 202);
}

}  // namespace remise::workshop
