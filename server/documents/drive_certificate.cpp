#include "server/documents/drive_certificate.h"

#include <algorithm>

#include "server/domain/fold.h"
#include "server/domain/serials.h"

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

}  // namespace

Value certificateOf(const Evidence& evidence) {
    const Value& state = evidence.drive.state;
    const Value& done = driveIn(evidence.report, state.textOr("serial"));
    Value drive = Value::Object{{"code", evidence.drive.code}};
    copyMembers(drive, done, {"serial", "model", "firmware", "bytes", "medium", "bad_sectors"});
    Value machine = Value::Object{{"unit", evidence.unitCode}};
    copyMembers(machine, evidence.report["machine"], {"maker", "model", "serial"});
    copyMembers(machine, evidence.unit, {"lot"});
    if (!evidence.donor.empty()) machine["donor"] = evidence.donor;
    Value erasure = Value::Object{{"passes", passesOf(done)}};
    copyMembers(erasure, state, {"method", "level", "policy"});
    copyMembers(erasure, done, {"hidden"});
    erasure["tool"] = evidence.report.textOr("tool") + " " + evidence.report.textOr("version");
    Value certificate = Value::Object{
        {"format", "remise-certificate-1"},
        {"issued_at", formatTime(evidence.issuedAt)},
        {"certified_at", formatTime(state.integerOr("erased_at", 0))},
        {"drive", drive},
        {"machine", machine},
        {"erasure", erasure},
        {"verification", done["verification"]},
        {"wiper", Value::Object{{"actor", state.textOr("wiper")},
                                {"place", evidence.site},
                                {"at", evidence.report.textOr("ended_at")}}},
        {"evidence", Value::Object{{"report", state.textOr("report")}, {"sha256", evidence.reportSha256}}},
        {"passport", evidence.passport}};
    copyMembers(certificate, state, {"verifier"});
    return certificate;
}

}  // namespace remise::documents
