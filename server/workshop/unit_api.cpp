#include "server/workshop/unit_api.h"

#include "db/request_store.h"
#include "db/unit_store.h"
#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "server/ledger/event_json.h"
#include "server/workshop/unit_json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostUnits = 500;

/// Associations see the units of their own requests; the house sees all.
bool maySee(db::Connection& connection, const http::Caller& caller, const db::UnitRow& unit) {
    if (caller.role != Role::association) return true;
    const auto request = unit.request.empty() ? std::nullopt : db::findRequest(connection, unit.request);
    return request && request->association.text() == caller.association;
}

http::Reply showUnit(db::Pool& pool, const http::Request& request) {
    const std::string code = normaliseScan(request.parameter("code"));
    if (codeKind(code) != CodeKind::unit)
        return http::Reply::problem(Refusal(refusals::damagedCode, {{"code", code.substr(0, 64)}}),
                                    request.language);
    const auto connection = pool.take();
    const auto unit = db::findUnit(*connection, code);
    if (!unit || !maySee(*connection, request.caller, *unit))
        return http::Reply::problem(Refusal(refusals::unknownCode, {{"code", code}}), request.language);
    if (request.caller.role == Role::association) return http::Reply::json(unitForAssociation(*unit));
    const Value value = unitDetail(*unit);
    // A station that only asks where a unit stands need not carry its whole life.
    if (request.queryValue("events") == "0") return http::Reply::json(value);
    // The events go out as they lie in the ledger, beside what was made of them.
    std::string out = canonicalJson(value);
    out.back() = ',';
    out += "\"events\":[";
    Digest previous;
    for (const db::StoredEvent& event : db::readEvents(*connection, Subject::unit, unit->id)) {
        if (event.event.seq > 1) out += ',';
        ledger::appendEventJson(out, event, code, previous);
        previous = event.hash;
    }
    return http::Reply::jsonText(out + "]}");
}

/// A stage or a step that does not exist would silently find nothing. Every step has a word of its own.
std::optional<Refusal> unknownWord(const db::UnitFilter& filter) {
    const auto wrong = [](const std::string& name, const std::string& value) {
        return Refusal(refusals::badParameter, {{"name", name}, {"why", value.substr(0, 64)}});
    };
    if (!filter.stage.empty() && !findStage(Subject::unit, filter.stage)) return wrong("stage", filter.stage);
    if (stepWord(filter.next, Language::french) == filter.next && !filter.next.empty())
        return wrong("next", filter.next);
    return std::nullopt;
}

http::Reply listUnits(db::Pool& pool, const ledger::Codes& codes, const http::Request& request) {
    const auto limit = request.queryInteger("limit", 100, {1, mostUnits});
    if (!limit) return http::Reply::problem(limit.refusal(), request.language);
    db::UnitFilter filter;
    filter.stage = request.queryValue("stage").value_or("");
    filter.next = request.queryValue("next").value_or("");
    filter.product = request.queryValue("product").value_or("");
    filter.location = request.queryValue("location").value_or("");
    filter.serial = request.queryValue("serial").value_or("");
    filter.limit = static_cast<int>(*limit) + 1;
    if (const auto wrong = unknownWord(filter)) return http::Reply::problem(*wrong, request.language);
    const bool isAssociation = request.caller.role == Role::association;
    if (isAssociation) filter.association = Uuid::parse(request.caller.association).value_or(Uuid{});
    if (const auto after = request.queryValue("after"); after && !after->empty()) {
        const auto id = codes.id(Subject::unit, *after);
        if (!id)
            return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "after"}, {"why", *after}}),
                                        request.language);
        filter.after = *id;
    }
    const auto connection = pool.take();
    auto units = db::listUnits(*connection, filter);
    const bool more = units.size() > static_cast<std::size_t>(*limit);
    if (more) units.pop_back();
    Value::Array list;
    // For a terminal, that goes on with what it knows while we are away.
    const bool withState = !isAssociation && request.queryValue("state") == "1";
    for (const db::UnitRow& unit : units) {
        list.push_back(isAssociation ? unitForAssociation(unit) : unitSummary(unit));
        if (withState) list.back()["state"] = unit.state;
    }
    return http::Reply::json(
        Value::Object{{"units", list}, {"next_page", more ? Value(units.back().code) : Value()}});
}

}  // namespace

void addUnitRoutes(http::Router& router, db::Pool& pool, const ledger::Codes& codes) {
    router.add({"GET", "/api/v1/units/{code}", [&](const http::Request& r) { return showUnit(pool, r); }});
    router.add({"GET", "/api/v1/units", [&](const http::Request& r) { return listUnits(pool, codes, r); }});
}

}  // namespace remise::workshop
