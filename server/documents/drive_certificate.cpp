#include "server/documents/drive_certificate.h"

#include <algorithm>

#include "server/domain/fold.h"
#include "server/domain/serials.h"
#include "server/proof/sha256.h"

namespace remise::documents {

using namespace domain;

namespace {

const Value& driveIn(const Value& report, const std::string& serial) {
    static const Value none;
    if (!report["drives"].isArray()) return none;
    for (const Value& drive : report["drives"].array())
        if (normaliseSerial(drive.textOr("serial")) == normaliseSerial(serial)) return drive;
    return none;
}

/// What was done, in order; bytes a second as far as the time can be told.
Value::Array passesOf(const Value& drive) {
    constexpr std::int64_t second = 1000;
    Value::Array passes;
    if (!drive["steps"].isArray()) return passes;
    for (const Value& step : drive["steps"].array()) {
        Value pass = Value::Object{};
        copyMembers(pass, step, {"method", "started_at", "ended_at", "bytes", "errors", "result"});
        const auto from = parseTime(step.textOr("started_at")), to = parseTime(step.textOr("ended_at"));
        if (from && to && *to > *from)
            pass["bytes_per_second"] = step.integerOr("bytes", 0) * second / (*to - *from);
        passes.push_back(std::move(pass));
    }
    return passes;
}

Value evidenceOf(const std::string& report, const Reading& reading) {
    return Value::Object{{"report", report}, {"sha256", reading.sha256}};
}

/// Another name for the same person on each certificate: a pile of them must not become a tally. The house,
/// which knows its people, can make it again.
std::string pseudonymOn(const std::string& erasure, const std::string& person) {
    constexpr std::size_t digits = 16;
    return person.empty() ? "" : proof::sha256(erasure + " " + person).hex().substr(0, digits);
}

/// The second reading of the drive, by somebody else.
Value verifierOf(const Value& state, const Reading& check) {
    return Value::Object{{"actor", pseudonymOn(state.textOr("report"), state.textOr("verifier"))},
                         {"place", check.site},
                         {"at", check.report.textOr("ended_at")},
                         {"tool", check.report.textOr("tool") + " " + check.report.textOr("version")},
                         {"verification", driveIn(check.report, state.textOr("serial"))["verification"]},
                         {"evidence", evidenceOf(state.textOr("check_report"), check)}};
}

}  // namespace

Value certificateOf(const Evidence& evidence) {
    const Value &state = evidence.drive.state, &report = evidence.erasure.report;
    const Value& done = driveIn(report, state.textOr("serial"));
    Value drive = Value::Object{{"code", evidence.drive.code}};
    copyMembers(drive, done, {"serial", "model", "firmware", "bytes", "medium", "bad_sectors"});
    Value machine = Value::Object{{"unit", evidence.unitCode}};
    copyMembers(machine, report["machine"], {"maker", "model", "serial"});
    copyMembers(machine, evidence.unit, {"lot"});
    if (!evidence.donor.empty()) machine["donor"] = evidence.donor;
    Value erasure = Value::Object{{"passes", passesOf(done)}};
    copyMembers(erasure, state, {"method", "level", "policy"});
    copyMembers(erasure, done, {"hidden"});
    erasure["tool"] = report.textOr("tool") + " " + report.textOr("version");
    Value certificate = Value::Object{
        {"format", "remise-certificate-1"},
        {"issued_at", formatTime(evidence.issuedAt)},
        {"certified_at", formatTime(state.integerOr("erased_at", 0))},
        {"drive", drive},
        {"machine", machine},
        {"erasure", erasure},
        {"verification", done["verification"]},
        {"wiper", Value::Object{{"actor", pseudonymOn(state.textOr("report"), state.textOr("wiper"))},
                                {"place", evidence.erasure.site},
                                {"at", report.textOr("ended_at")}}},
        {"evidence", evidenceOf(state.textOr("report"), evidence.erasure)},
        {"passport", evidence.passport}};
    if (evidence.check) certificate["verifier"] = verifierOf(state, *evidence.check);
    return certificate;
}

}  // namespace remise::documents
