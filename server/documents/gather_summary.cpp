#include "server/documents/gather_summary.h"

#include <algorithm>
#include <set>

#include "db/donor_store.h"
#include "db/entity_store.h"
#include "db/event_store.h"
#include "server/documents/summary.h"
#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/proof/signed_document.h"

namespace remise::documents {

using namespace domain;

namespace {

Refusal unknown(const std::string& what) {
    return Refusal(refusals::unknownCode, {{"code", what.substr(0, 64)}});
}

std::vector<db::UnitRow> unitsOf(db::Connection& connection, const Value& of) {
    if (of.has("unit")) {
        const auto unit = db::findUnit(connection, of.textOr("unit"));
        return unit ? std::vector{*unit} : std::vector<db::UnitRow>{};
    }
    return db::listByOrigin(connection, {of.textOr("lot"), of.textOr("donor")}, mostMachines + 1);
}

/// Codes of the drives that it answers for, and of those that have gone into another machine: what they hold
/// came with this one.
std::set<std::string> drivesOf(db::Connection& connection, const db::UnitRow& unit) {
    std::set<std::string> codes;
    for (const char* where : {"drives", "taken_out"})
        if (unit.state[where].isObject())
            for (const auto& [code, described] : unit.state[where].object())
                codes.insert(code);
    for (const auto& stored : db::readEvents(connection, Subject::unit, unit.id))
        if (stored.event.kind == "attach_drive")
            codes.insert(readCanonical(stored.canonicalData).textOr("drive"));
    return codes;
}

Outcome<DriveFate> fateOf(db::Connection& connection, const Issuer& issuer, const std::string& code,
                          Milliseconds now) {
    const auto drive = db::findEntityByCode(connection, Subject::drive, code);
    if (!drive) return unknown(code);
    if (drive->stage != "certified" || !drive->state.boolOr("proven", false)) return DriveFate{*drive, ""};
    const auto issued = issueCertificate(connection, issuer, *drive, now);
    if (!issued) return issued.refusal();
    return DriveFate{*drive, issued->fingerprint};
}

}  // namespace

Outcome<Value> subjectOfUnit(db::Connection&, const std::string& text) {
    const std::string code = normaliseScan(text);
    if (codeKind(code) != CodeKind::unit)
        return Refusal(refusals::damagedCode, {{"code", text.substr(0, 64)}});
    return Value(Value::Object{{"unit", code}});
}

Outcome<Value> subjectOfLot(db::Connection&, const std::string& lot) {
    if (lot.empty()) return unknown(lot);
    return Value(Value::Object{{"lot", lot}});
}

Outcome<Value> subjectOfDonor(db::Connection& connection, const std::string& id) {
    const auto parsed = Uuid::parse(id);
    const auto donor = parsed ? db::findDonor(connection, *parsed) : std::nullopt;
    if (!donor) return unknown(id);
    return Value(Value::Object{{"donor", donor->id.text()}, {"name", donor->name}});
}

Outcome<Value> gatherSummary(db::Connection& connection, const Issuer& issuer, const Value& of,
                             Milliseconds now) {
    const auto key = issuer.keys.signingKey();
    if (!key) return Refusal(refusals::noSigningKey);
    const auto units = unitsOf(connection, of);
    if (units.size() > mostMachines)
        return Refusal(refusals::tooLarge, {{"limit", std::to_string(mostMachines)}});
    if (units.empty() && !of.has("donor")) return unknown(of.textOr("unit", of.textOr("lot")));
    std::vector<MachineFate> machines;
    for (const db::UnitRow& unit : units) {
        MachineFate machine{unit.code, unit.state, {}};
        for (const std::string& code : drivesOf(connection, unit)) {
            auto fate = fateOf(connection, issuer, code, now);
            if (!fate) return fate.refusal();
            machine.drives.push_back(std::move(*fate));
        }
        machines.push_back(std::move(machine));
    }
    return proof::signDocument(summaryOf(of, machines, now), *key);
}

}  // namespace remise::documents
