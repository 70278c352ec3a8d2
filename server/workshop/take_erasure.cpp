#include "server/workshop/take_erasure.h"

#include <algorithm>

#include "db/bench_store.h"
#include "db/entity_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/proof/sha256.h"
#include "server/workshop/erasure_rules.h"
#include "server/workshop/last_opened.h"
#include "server/workshop/second_check.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::NwipeDrive;

namespace {

/// Code of the unit's drive with this serial; empty when it has none.
std::string driveWithSerial(const Value& unitState, const std::optional<std::string>& serial) {
    const Value& drives = unitState["drives"];
    if (!serial || !isIdentity(*serial) || !drives.isObject()) return {};
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

/// What keeps a report from saying anything of a drive of ours; empty when nothing does. `known`: the drive
/// as its unit describes it.
std::string_view doubtAbout(const ErasureReport& report, const ReportedDrive& drive, const Value& known) {
    const auto isSame = [&](const ReportedDrive& other) {
        return normaliseSerial(other.serial) == normaliseSerial(drive.serial);
    };
    if (known.isNull()) return "unknown_drive";
    // Docks and clones: which of the two is ours, nobody can tell.
    if (std::ranges::count_if(report.drives, isSame) > 1) return "serial_twice";
    return whyAnotherDrive(drive, known);
}

/// Its job was made before the drive was out of the house's hands, or, as a check, before its erasure. Both
/// by our own clock.
bool isOutdated(db::Connection& connection, const ErasureReport& report, const Value& job,
                const std::string& code) {
    const Milliseconds madeAt = parseTime(job.textOr("made_at")).value_or(0);
    if (madeAt < lastOpened(connection, code)) return true;
    const auto drive = db::findEntityByCode(connection, Subject::drive, code);
    return report.onlyReads && drive && madeAt < drive->state.integerOr("erased_at", 0);
}

/// A report is JSON, a log is not.
bool isReport(std::string_view body) {
    const auto first = body.find_first_not_of(" \t\r\n");
    return first != body.npos && body[first] == '{';
}

/// The same for the same report and drive, so that a resend makes no second command.
Uuid commandFor(const Uuid& report, std::string_view drive) {
    const auto digest = proof::sha256(report.text() + " " + std::string(drive));
    return Uuid::fromRaw(digest.raw().substr(0, 16));
}

}  // namespace

http::Reply TakeErasure::take(const http::Request& request) {
    const bool fromWorkbench = isReport(request.body);
    const auto query = readReportQuery(request, {}, fromWorkbench ? Worker::mayBeMissing : Worker::needed);
    if (!query) return http::Reply::problem(query.refusal(), request.language);
    return fromWorkbench ? takeReport(request, *query) : takeLog(request, *query);
}

http::Reply TakeErasure::takeLog(const http::Request& request, const ReportQuery& query) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto actor = authorOf(request, query, m_badges, "record_erasure");
    if (!actor) return no(actor.refusal());
    const auto unit = unitOf(m_pool, query.unit);
    if (!unit) return no(Refusal(refusals::unknownCode, {{"code", query.unit}}));

    auto report = received(request, query, *actor);
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

/// Whoever scanned the machine has erased it.
Outcome<db::Job> TakeErasure::jobOf(const http::Request& request, const ReportQuery& query,
                                    const ErasureReport& report) {
    if (report.id != query.command)
        return Refusal(refusals::badParameter, {{"name", "command"}, {"why", report.id.text()}});
    if (!report.job) return Refusal(refusals::noJob);
    const auto job = db::findJob(*m_pool.take(), *report.job);
    if (!job || job->unit != query.unit || job->site != request.caller.site)
        return Refusal(refusals::unknownJob);
    // The machine that got the job answers for it, by the way it speaks; a leader may bring a rack's report.
    const auto bench = db::findBench(*m_pool.take(), job->report);
    const bool isLeader =
        request.caller.role && (Roles(Role::leader) | Role::admin).contains(*request.caller.role);
    if (!isLeader && (!bench || bench->sender != request.caller.id)) return Refusal(refusals::unknownJob);
    return *job;
}

/// The command that records it; nothing when the report is to change nothing, and `said` tells why.
std::optional<wire::ReadCommand> TakeErasure::judgeDrive(const Judging& judging, const ReportedDrive& drive,
                                                         Value& said) {
    if (drive.outcome == "skipped") return {};
    const std::string code = driveWithSerial(judging.unitState, drive.serial);
    const Value known = code.empty() ? Value() : judging.unitState["drives"][code];
    if (const auto doubt = doubtAbout(judging.report, drive, known); !doubt.empty()) {
        said["reason"] = doubt;
        return {};
    }
    said["drive"] = code;
    if (isOutdated(*judging.pool.take(), judging.report, judging.job, code)) {
        said["reason"] = "out_of_date";
        return {};
    }
    const std::string_view missing = judging.report.onlyReads ? whyNotChecked(drive) : whyNotCertified(drive);
    const std::string accepted = judging.policy ? judging.policy->acceptsClear : "";
    const auto unasked = whyNotAsked(judging.report, drive, judging.job, accepted, known.textOr("medium"));
    // It is well done, but not what was wanted: nothing has failed, and it may be done again.
    if (unasked == "not_in_job" || unasked == "wrong_report" || (missing.empty() && !unasked.empty())) {
        said["reason"] = unasked;
        return {};
    }
    if (drive.reason.empty()) said["reason"] = missing;
    // Somebody stopped it: it is still to be erased.
    if (drive.outcome == "aborted" && drive.badSectors == 0) return {};
    // A check that came to no end says nothing of the drive.
    if (judging.report.onlyReads && (missing == "not_verified" || missing == "not_whole")) return {};
    wire::ReadCommand read;
    read.command.id = commandFor(judging.report.id, code);
    Value& data = read.command.data;
    if (judging.report.onlyReads) {
        read.command.kind = "check_drive";
        data = Value::Object{{"drive", code},
                             {"outcome", missing.empty() ? "verified" : "failed"},
                             {"report", judging.report.id.text()},
                             {"bad_sectors", drive.badSectors + drive.verification->unreadable}};
        return read;
    }
    read.command.kind = missing.empty() ? "certify_drive" : "record_erasure";
    data = Value::Object{{"drive", code},
                         {"method", drive.method.empty() ? "none" : drive.method},
                         {"report", judging.report.id.text()}};
    if (missing.empty()) {
        data["level"] = drive.level;
        data["verification"] = drive.verification->method;
        data["tool"] = judging.report.tool;
        if (drive.level == "clear") data["policy"] = judging.policy->id.text();
        const int percent =
            judging.policy ? judging.policy->checksPercent : db::ErasurePolicy().checksPercent;
        data["second_check"] = isDrawn(judging.secret, judging.report.id, code, percent);
    } else {
        data["outcome"] = "failed";
        data["bad_sectors"] = drive.badSectors;
    }
    return read;
}

Value TakeErasure::apply(const http::Request& request, const Judging& judging, const ReportedDrive& drive,
                         const db::Job& job) {
    Value said = Value::Object{
        {"device", drive.device},   {"serial", drive.serial.empty() ? Value() : Value(drive.serial)},
        {"model", drive.model},     {"method", drive.method},
        {"outcome", drive.outcome}, {"certified", false},
        {"reason", drive.reason}};
    auto read = judgeDrive(judging, drive, said);
    if (!read) return said;
    const std::string code = read->command.data.textOr("drive");
    read->command.at = request.receivedAt;
    read->command.station = request.caller.station.value_or("erasure");
    read->command.subject = job.unit;
    // Sent again after a rule was changed it is the same.
    Value content = read->command.data;
    for (const char* ruled : {"policy", "second_check"})
        content.object().erase(ruled);
    read->content = canonicalJson(Value::Object{{"kind", read->command.kind}, {"data", content}});
    const auto reply = m_commands.sendFor(request, std::move(*read), job.actor);
    if (!reply || !reply->accepted) {
        said["reason"] = reply ? reply->refusalCode : std::string(reply.refusal().code());
        return said;
    }
    // As the ledger has it: this may be the answer to a resend.
    const auto known = db::findEntityByCode(*m_pool.take(), Subject::drive, code);
    said["status"] = known ? known->stage : "";
    said["certified"] = known && known->stage == "certified";
    if (known && known->stage == "certified") m_certified(code, request.receivedAt);
    if (known && known->stage == "to_check") said["second_check"] = true;
    return said;
}

http::Reply TakeErasure::takeReport(const http::Request& request, const ReportQuery& query) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto unit = unitOf(m_pool, query.unit);
    const auto report = readErasureReport(request.body);
    const auto job =
        report ? jobOf(request, query, *report) : Outcome<db::Job>(Refusal(refusals::unknownJob));
    auto stored = received(request, query, job ? job->actor : request.caller.lastingActor);
    stored.state = job ? db::ReportState::applied : db::ReportState::unread;
    if (!job) stored.refusal = (report ? job.refusal() : report.refusal()).code();
    db::keepErasureReport(*m_pool.take(), stored);
    const auto kept = db::findErasureReport(*m_pool.take(), stored.id);
    if (!kept || kept->sha256 != stored.sha256 || kept->unit != stored.unit)
        return no(Refusal(refusals::idReused));
    if (!job) return no(keptForReview(report ? job.refusal() : report.refusal(), stored.id));
    if (!kept->reply.empty()) return http::Reply::jsonText(kept->reply);
    if (!unit) return no(Refusal(refusals::unknownCode, {{"code", query.unit}}));
    const Value document = readCanonical(job->document);
    const auto policy = db::findErasurePolicy(*m_pool.take(), job->site);
    const Judging judging{*report, unit->state, document, policy, m_secret, m_pool};
    Value::Array drives;
    for (const ReportedDrive& drive : report->drives)
        drives.push_back(apply(request, judging, drive, *job));
    const auto after = unitOf(m_pool, query.unit);
    const std::string said = canonicalJson(Value::Object{
        {"report", stored.id.text()}, {"drives", drives}, {"next", after ? after->next : unit->next}});
    db::answerErasureReport(*m_pool.take(), stored.id, said);
    return http::Reply::jsonText(said);
}

}  // namespace remise::workshop
