#include "server/domain/codes.h"
#include "server/domain/draft.h"
#include "server/domain/fold.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/unit_rules.h"

namespace remise::domain {
namespace {

Verdict checkLines(const Value& lines) {
    if (lines.array().empty() || lines.array().size() > 50)
        return Refusal(refusals::badLines, {{"why", "1–50"}});
    static constexpr std::string_view members =
        "product=word! quantity=1..500! price_cents=0..10000000 lowest_grade=A|B|C|D "
        "os=linux|windows|chromeos|android|other";
    for (const Value& line : lines.array())
        if (!checkMembers(members, line, "lines"))
            return Refusal(refusals::badLines, {{"why", line.textOr("product", "?").substr(0, 64)}});
    return {};
}

/// Units that were kept for the request go back to stock; those already taken from their shelf are put back.
void releaseUnits(Draft& draft, const Value& units) {
    for (const auto& [code, stage] : units.object()) {
        const Entity* unit = draft.find(Subject::unit, code);
        if (!unit) continue;
        if (unit->stage == "packed") draft.record(Subject::unit, code, "unpack", {}, "picked");
        if (draft.get(Subject::unit, code).stage == "picked") {
            Value back = Value::Object{};
            copyMembers(back, Value::Object{{"location", unit->state["shelf"]}}, {"location"});
            draft.record(Subject::unit, code, "unpick", back, "in_stock");
        } else if (unit->stage == "reserved" || unit->stage == "lost")
            draft.record(Subject::unit, code, "release", {}, unit->stage == "lost" ? "lost" : "in_stock");
    }
}

Verdict propose(Draft& draft, const Entity& request) {
    const std::string number = request.code;
    const Value units = draft.data()["units"];
    if (units.array().empty() || units.array().size() > 200)
        return Refusal(refusals::badLines, {{"why", "1–200"}});
    Value::Array kept;
    // Unit by unit, so that each is held against what the ones before it have left open.
    for (const Value& scanned : units.array()) {
        const std::string code = scanned.isText() ? normaliseScan(scanned.text()) : "?";
        const Entity* unit = draft.find(Subject::unit, code);
        if (!unit) return Refusal(refusals::unknownCode, {{"code", code}});
        if (unit->stage != "in_stock") return wrongStage(*unit);
        if (auto fits = fitsRequest(draft, draft.get(Subject::request, number), *unit); !fits) return fits;
        draft.record(Subject::unit, code, "reserve", Value::Object{{"request", number}}, "reserved");
        draft.progress(number, draft.get(Subject::unit, code), "reserved");
        kept.emplace_back(code);
    }
    draft.record(draft.get(Subject::request, number), Value::Object{{"units", kept}});
    return {};
}

/// Back to where it stood: a demande waits in the queue, a commande keeps its quote.
std::string_view waitingStage(const Entity& request) {
    return request.state.textOr("way") == "commande" ? "quoted" : "queued";
}

Verdict decline(Draft& draft, const Entity& request) {
    const Value units = request.state["units"];
    draft.record(Subject::request, request.code, "decline", draft.data(), waitingStage(request));
    releaseUnits(draft, units);
    return {};
}

Verdict endWithRelease(Draft& draft, const Entity& request) {
    const Value units = request.state["units"];
    for (const auto& [code, stage] : units.object())
        if (const Entity* unit = draft.find(Subject::unit, code); unit && unit->stage == "shipped")
            return wrongStage(*unit);
    draft.record(request, draft.data());
    releaseUnits(draft, units);
    return {};
}

Verdict validate(Draft& draft, const Entity& request) {
    draft.record(Subject::request, request.code, "validate", draft.data(), waitingStage(request));
    return {};
}

/// Before delivery it is a stage of its own; what is paid after (a public library) changes no stage.
Verdict pay(Draft& draft, const Entity& request) {
    if (request.state.has("means")) return Refusal(refusals::alreadyKnown, {{"code", request.code}});
    draft.record(Subject::request, request.code, "pay", draft.data(),
                 request.stage == "confirmed" ? "paid" : request.stage);
    return {};
}

Verdict withLines(Draft& draft, const Entity& request) {
    if (draft.data().has("lines"))
        if (auto lines = checkLines(draft.data()["lines"]); !lines) return lines;
    draft.record(request, draft.data());
    return {};
}

/// The request stands where its units stand, taken together. Once it was delivered, one that comes back does
/// not take it back.
std::string stageOf(const Entity& request, const Value& units) {
    static constexpr std::string_view underway = "confirmed paid preparing partly_shipped shipped";
    if (!containsWord(underway, request.stage)) return request.stage;
    std::size_t gone = 0, arrived = 0, begun = 0;
    for (const auto& [code, stage] : units.object()) {
        gone += containsWord("shipped handed_over delivered", stage.text());
        arrived += containsWord("handed_over delivered", stage.text());
        begun += containsWord("picked packed", stage.text());
    }
    const std::size_t all = units.object().size();
    if (all > 0 && arrived == all) return "delivered";
    if (all > 0 && gone == all) return "shipped";
    if (gone > 0) return "partly_shipped";
    if (begun > 0) return "preparing";
    return request.state.has("means") ? "paid" : "confirmed";
}

}  // namespace

void Draft::progress(std::string_view number, const Entity& unit, std::string_view unitStage, Value more) {
    const Entity* request = find(Subject::request, number);
    if (!request) return;
    Value units = request->state["units"];
    if (unitStage.empty())
        units.object().erase(unit.code);
    else
        units[unit.code] = unitStage;
    const std::string stage = stageOf(*request, units);
    more["unit"] = unit.code;
    more["unit_stage"] = unitStage;
    record(Subject::request, number, "progress", std::move(more), stage);
}

Verdict decideRequest(Draft& draft, const Entity& request) {
    const Author& author = draft.author();
    const Value& owner = request.exists() ? request.state["association"] : draft.data()["association"];
    if (author.role == Role::association && owner != Value(author.association.text()))
        return Refusal(refusals::otherAssociation, {{"code", request.code}});
    const auto kind = draft.row().name;
    if (kind == "submit" || kind == "complete") return withLines(draft, request);
    if (kind == "validate") return validate(draft, request);
    if (kind == "propose") return propose(draft, request);
    if (kind == "pay") return pay(draft, request);
    if (kind == "decline") return decline(draft, request);
    if (kind == "cancel" || kind == "refuse") return endWithRelease(draft, request);
    draft.record(request, draft.data());
    return {};
}

}  // namespace remise::domain
