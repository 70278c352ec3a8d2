#include "server/workshop/take_erasure.h"

#include <algorithm>

#include "db/unit_store.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/proof/sha256.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::NwipeDrive;

namespace {

/// Code of the unit's drive with this serial; empty when it has none.
std::string driveWithSerial(const Value& unitState, const std::optional<std::string>& serial) {
    const Value& drives = unitState["drives"];
    if (!serial || !drives.isObject()) return {};
    for (const auto& [code, drive] : drives.object())
        if (drive.has("serial") && normaliseSerial(drive.textOr("serial")) == normaliseSerial(*serial))
            return code;
    return {};
}

/// `certified` stays false whatever the log says: nwipe's own verification may read the page cache.
Value describe(const NwipeDrive& drive, const std::string& code, Language language) {
    Value value = Value::Object{{"device", drive.device},
                                {"serial", drive.serial ? Value(*drive.serial) : Value()},
                                {"model", drive.model},
                                {"method", drive.method},
                                {"outcome", erasureOutcomeName(drive.outcome)},
                                {"certified", false},
                                {"reason", erasureReasonName(drive.reason)},
                                {"message", erasureReasonText(drive.reason, language)}};
    if (!code.empty()) value["drive"] = code;
    return value;
}

std::optional<db::UnitRow> unitOf(db::Pool& pool, const std::string& code) {
    const auto connection = pool.take();
    return db::findUnit(*connection, code);
}

db::StoredReport received(const http::Request& request, const ReportQuery& query, const Uuid& author) {
    db::StoredReport report;
    report.id = query.command;
    report.site = request.caller.site;
    report.unit = query.unit;
    report.receivedAt = request.receivedAt;
    report.sender = request.caller.id;
    report.actor = author;
    report.sha256 = proof::sha256(request.body);
    report.body = request.body;
    return report;
}

/// Writes into the report what is to be answered for it.
void judge(db::StoredReport& report, const drivers::reports::NwipeLog& log, const Value& unitState,
           Language language) {
    Value::Array drives;
    for (const NwipeDrive& drive : log.drives()) {
        const std::string code = driveWithSerial(unitState, drive.serial);
        if (!code.empty()) report.state = db::ReportState::applied;
        drives.push_back(describe(drive, code, language));
    }
    report.reply = canonicalJson(Value::Object{{"report", report.id.text()}, {"drives", drives}});
}

}  // namespace

http::Reply TakeErasure::take(const http::Request& request) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto query = readReportQuery(request);
    if (!query) return no(query.refusal());
    const auto actor = authorOf(request, *query, m_badges, "record_erasure");
    if (!actor) return no(actor.refusal());
    const auto unit = unitOf(m_pool, query->unit);
    if (!unit) return no(Refusal(refusals::unknownCode, {{"code", query->unit}}));

    auto report = received(request, *query, *actor);
    const auto log = drivers::reports::readNwipeLog(request.body);
    if (log) {
        judge(report, *log, unit->state, request.language);
    } else {
        report.state = db::ReportState::unread;
        report.refusal = log.refusal().code();
    }
    const auto connection = m_pool.take();
    db::keepErasureReport(*connection, report);
    const auto kept = db::findErasureReport(*connection, report.id);
    if (!kept || kept->sha256 != report.sha256 || kept->unit != report.unit)
        return no(Refusal(refusals::idReused));
    if (!log) return no(keptForReview(log.refusal(), report.id));
    return http::Reply::jsonText(kept->reply);
}

}  // namespace remise::workshop
