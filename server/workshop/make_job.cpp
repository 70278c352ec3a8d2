#include "server/workshop/make_job.h"

#include "db/bench_store.h"
#include "db/entity_store.h"
#include "db/report_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/fold.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/domain/stages.h"
#include "server/proof/signed_document.h"
#include "server/wire/json.h"
#include "server/workshop/job_rules.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::string_view fields =
    "id=uuid! report=uuid! unit=unit! worker=text erase=none|clear|purge! verification=full_read|sampled "
    "tests=list beside=list serial_differs=bool";
constexpr std::size_t mostTests = 64;
constexpr Milliseconds lifetime = 12 * 60 * 60 * 1000;  // a drive of many terabytes takes a working day

Verdict checkTests(const Value::Array& tests) {
    bool fits = tests.size() <= mostTests;
    for (const Value& test : tests)
        fits = fits && test.isText() && isWord(test.text());
    if (!fits) return Refusal(refusals::badData, {{"field", "tests"}});
    for (const Value& test : tests)
        if (!isTestOfSome(test.text())) return Refusal(refusals::unknownTest, {{"test", test.text()}});
    return {};
}

/// Customers' data are erased only with their written consent, which nothing records yet.
Verdict checkOwner(const db::UnitRow& unit, const WantedJob& wanted) {
    if (wanted.erase == "none" || unit.state.textOr("owner") != "association") return {};
    return Refusal(refusals::notTheirs, {{"code", unit.code}});
}

/// Only what stands in the workshop is worked on.
Verdict checkStage(const db::UnitRow& unit) {
    if (unit.stage == "received" || unit.stage == "in_work") return {};
    return Refusal(refusals::wrongStage, {{"code", unit.code}, {"stage", unit.stage}},
                   {{"stage", stageWords(Subject::unit, unit.stage)}});
}

/// What is to be done with the machine's drives.
struct Work {
    std::string erase;
    Value::Array drives;
};

/// What the report of its erasure says that a drive should hold, for whoever checks it.
void tellExpected(db::Connection& connection, const Value& driveState, Value& drive) {
    const auto id = Uuid::parse(driveState.textOr("report"));
    const auto report = wire::readJson(id ? db::erasureReportBody(connection, *id) : "");
    if (!report || !(*report)["drives"].isArray()) return;
    for (const Value& reported : (*report)["drives"].array())
        if (normaliseSerial(reported.textOr("serial")) == normaliseSerial(drive.textOr("serial")))
            copyMembers(drive, reported["verification"], {"expected", "seed"});
}

/// Erasing comes first; where nothing is left to erase, drives that were drawn are read again, by somebody
/// who has not erased them.
Outcome<Work> workOn(db::Connection& connection, const Value& unitState, const WantedJob& wanted,
                     const Uuid& actor) {
    if (wanted.erase == "none") return Work{wanted.erase, {}};
    Work work{wanted.erase, drivesToErase(unitState)};
    if (!work.drives.empty()) return work;
    Value::Array drawn = drivesToCheck(unitState);
    if (drawn.empty()) return work;
    Value::Array others;
    for (Value& drive : drawn) {
        const auto known = db::findEntityByCode(connection, Subject::drive, drive.textOr("drive"));
        if (!known || known->state.textOr("wiper") == actor.text()) continue;
        tellExpected(connection, known->state, drive);
        others.push_back(std::move(drive));
    }
    if (others.empty())
        return Refusal(refusals::otherPersonChecks,
                       {{"drive", drivesToCheck(unitState).front().textOr("drive")}});
    return Work{"check", others};
}

/// Who only checks drives tests nothing again.
Value documentOf(const db::Job& job, const WantedJob& wanted, const Work& work, const Value& unitState) {
    return Value::Object{
        {"format", "remise-job-1"},
        {"id", job.id.text()},
        {"report", job.report.text()},
        {"unit", job.unit},
        {"made_at", formatTime(job.madeAt)},
        {"expires_at", formatTime(job.expiresAt)},
        {"erase", work.erase},
        {"verification", work.erase == "check" ? "full_read" : wanted.verification},
        {"drives", work.drives},
        {"tests",
         work.erase == "check" ? Value::Array{} : testsFor(wanted.tests, unitState.textOr("category"))}};
}

}  // namespace

Outcome<WantedJob> WantedJob::read(const Value& body, const http::Request& request) {
    Value printed = body;
    if (printed.isObject() && body["unit"].isText()) printed["unit"] = normaliseScan(body["unit"].text());
    if (auto fits = checkMembers(fields, printed, ""); !fits) return fits.refusal();
    WantedJob wanted{*Uuid::parse(printed.textOr("id")),
                     *Uuid::parse(printed.textOr("report")),
                     printed.textOr("unit"),
                     printed.textOr("worker"),
                     printed.textOr("erase"),
                     printed.textOr("verification", "full_read"),
                     {},
                     printed.boolOr("serial_differs", false),
                     {}};
    if (printed.has("beside"))
        for (const Value& code : printed["beside"].array())
            if (code.isText()) wanted.beside.insert(normaliseScan(code.text()));
    if (printed.has("tests")) wanted.tests = printed["tests"].array();
    if (auto fits = checkTests(wanted.tests); !fits) return fits.refusal();
    if (wanted.worker.empty() && request.caller.role == Role::terminal)
        return Refusal(refusals::missingData, {{"field", "worker"}});
    return wanted;
}

http::Reply MakeJob::tie(const http::Request& request, const WantedJob& wanted) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto bench = db::findBench(*m_pool.take(), wanted.report);
    const auto inventory = db::findInventory(*m_pool.take(), wanted.report);
    if (!bench || bench->site != request.caller.site || !inventory)
        return no(Refusal(refusals::unknownBench));
    if (bench->unit == wanted.unit) return http::Reply::empty(200);
    if (!bench->unit.empty()) return no(Refusal(refusals::benchIsOther, {{"code", bench->unit}}));
    const ReportQuery query{wanted.unit, Uuid::v7(request.receivedAt), wanted.worker};
    const Recorded tied =
        m_tieInventory(request, {wanted.report.text(), query, wanted.beside, wanted.serialDiffers});
    if (tied.ok()) db::tieBench(*m_pool.take(), wanted.report, wanted.unit);
    return tied.reply(request.language);
}

http::Reply MakeJob::make(const http::Request& request, const WantedJob& wanted) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto actor = authorOf(request, {wanted.unit, wanted.id, wanted.worker}, m_badges, "record_erasure");
    if (!actor) return no(actor.refusal());
    const auto key = m_keys.signingKey();
    if (!key) return no(Refusal(refusals::noSigningKey));
    if (const auto known = db::findJob(*m_pool.take(), wanted.id)) {
        if (known->report != wanted.report || known->unit != wanted.unit)
            return no(Refusal(refusals::idReused));
        return http::Reply::jsonText(known->document, 201);
    }
    const auto before = db::findUnit(*m_pool.take(), wanted.unit);
    if (!before) return no(Refusal(refusals::unknownCode, {{"code", wanted.unit}}));
    if (auto fits = checkStage(*before); !fits) return no(fits.refusal());
    if (auto fits = checkOwner(*before, wanted); !fits) return no(fits.refusal());
    if (http::Reply tied = tie(request, wanted); tied.status != 200) return tied;

    const auto connection = m_pool.take();
    const auto unit = db::findUnit(*connection, wanted.unit);  // with what the inventory has brought
    db::Job job{wanted.id, wanted.report,      request.caller.site,           wanted.unit, request.caller.id,
                *actor,    request.receivedAt, request.receivedAt + lifetime, {}};
    const auto work = workOn(*connection, unit->state, wanted, *actor);
    if (!work) return no(work.refusal());
    job.document = canonicalJson(proof::signDocument(documentOf(job, wanted, *work, unit->state), *key));
    db::keepJob(*connection, job);
    return http::Reply::jsonText(db::findJob(*connection, job.id)->document,
                                 201);  // of two at once the first counts
}

}  // namespace remise::workshop
