#include "server/workshop/take_inventory.h"

#include <algorithm>

#include "db/unit_store.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/workshop/inventory_rules.h"
#include "server/workshop/keep_inventory.h"
#include "server/workshop/known_machines.h"

namespace remise::workshop {

using namespace domain;

namespace {

http::Reply no(const Refusal& refusal, const http::Request& request) {
    return http::Reply::problem(refusal, request.language);
}

/// A label scanned with another phone's report in hand: whose is known already, by number or as another unit.
bool isAnotherDevice(db::Connection& connection, const drivers::reports::Inventory& read,
                     const std::string& code) {
    const auto unit = db::findUnit(connection, code);
    if (!unit) return false;
    const std::string imei = unit->state["hardware"].textOr("imei"), serial = unit->state.textOr("serial");
    if (!imei.empty() && !read.imeis.empty() && std::ranges::find(read.imeis, imei) == read.imeis.end())
        return true;
    const bool areNumbers = read.serial && isIdentity(*read.serial) && isIdentity(serial);
    if (imei.empty() && areNumbers && normaliseSerial(*read.serial) != normaliseSerial(serial)) return true;
    return !knownMachines(connection, read, code).empty();
}

}  // namespace

http::Reply TakeInventory::forUnit(const http::Request& request, std::string_view known) {
    const auto query = readReportQuery(request, known);
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
    return m_record(request, *query, {report.id, report.sha256, *read}).reply(request.language);
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
    const auto connection = m_pool.take();
    const auto known = knownMachines(*connection, *read);
    return http::Reply::json(Value::Object{{"report", report.id.text()},
                                           {"state", db::reportStateName(kept->state)},
                                           {"inventory", hardwareOf(*read)},
                                           {"known_units", codesOf(known)},
                                           {"known_machines", toValue(*connection, known)}},
                             202);
}

http::Reply TakeInventory::forDevice(const http::Request& request) {
    const auto read = drivers::reports::readInventory(request.body);
    if (const auto unit = request.queryValue("unit")) {
        if (!read || !isAnotherDevice(*m_pool.take(), *read, normaliseScan(*unit))) return forUnit(request);
        const http::Reply kept = forNobody(request);
        return kept.status == 202
                   ? no(Refusal(refusals::otherDevice, {{"code", normaliseScan(*unit)}}), request)
                   : kept;
    }
    if (!read) return forNobody(request);
    std::vector<KnownMachine> known;
    {
        const auto connection = m_pool.take();
        known = knownMachines(*connection, *read);
    }
    return known.size() == 1 ? forUnit(request, known.front().unit.code) : forNobody(request);
}

}  // namespace remise::workshop
