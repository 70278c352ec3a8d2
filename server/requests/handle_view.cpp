#include "server/requests/handle_view.h"

#include "db/association_store.h"
#include "db/location_store.h"
#include "db/unit_store.h"
#include "server/associations/association_view.h"
#include "server/domain/payment.h"
#include "server/domain/policy.h"
#include "server/domain/words.h"
#include "server/requests/proposal_rules.h"
#include "server/requests/request_progress.h"
#include "server/requests/request_view.h"
#include "server/workshop/page_command.h"
#include "server/workshop/unit_view.h"

namespace remise::requests {

using domain::Value;

namespace {

constexpr int mostCandidates = 500;

std::map<std::string, std::int64_t> keptUnits(db::Connection& connection, const db::RequestRow& row) {
    db::UnitFilter filter;
    filter.request = row.number;
    filter.limit = mostCandidates;
    std::map<std::string, std::int64_t> kept;
    for (const auto& unit : db::listUnits(connection, filter))
        ++kept[unit.product];
    return kept;
}

Value unitRow(const db::UnitRow& unit, const std::map<std::string, std::string>& places,
              const http::Strings& strings, domain::Language language) {
    Value view = workshop::unitView(unit, strings, language);
    const auto place = places.find(unit.location);
    view["place"] = place == places.end() ? unit.location : place->second;
    const std::int64_t since = unit.state.integerOr("stocked_at", 0);
    view["in_stock_since"] = since > 0 ? domain::dateInWords(since, language) : "";
    return view;
}

/// The units that would be proposed, and what is missing.
void addProposal(Value& data, db::Connection& connection, const http::Strings& strings,
                 const http::Request& request, const db::RequestRow& row) {
    std::map<std::string, std::string> places;
    for (const auto& location : db::listLocations(connection, request.caller.site))
        places.emplace(location.code, location.name);
    auto lines = openLines(row.state["lines"], keptUnits(connection, row));
    std::vector<Candidate> candidates;
    std::map<std::string, db::UnitRow> units;
    for (const auto& line : lines) {
        const auto limit = static_cast<int>(std::min<std::int64_t>(line.wanted, mostCandidates));
        for (auto& unit : db::listForAssociations(connection, line.product, limit)) {
            candidates.push_back({unit.code, unit.product});
            units.emplace(unit.code, std::move(unit));
        }
    }
    Value::Array chosen;
    std::int64_t lacking = 0;
    for (const auto& line : propose(std::move(lines), candidates)) {
        lacking += line.wanted - static_cast<std::int64_t>(line.units.size());
        for (const auto& code : line.units)
            chosen.push_back(unitRow(units.at(code), places, strings, request.language));
    }
    data["can_propose"] = !chosen.empty();
    data["lacking"] = lacking == 0
                          ? ""
                          : strings.text("team.lacking", request.language,
                                         {{"count", domain::numberInWords(lacking, request.language)}});
    data["proposal"] = chosen;
}

}  // namespace

Value handleView(db::Connection& connection, const http::Strings& strings, const http::Request& request,
                 const db::RequestRow& row) {
    Value data = RequestView(connection, strings, request.language).page(row);
    const auto association = db::findAssociation(connection, row.association);
    data["asker"] =
        association ? associations::associationView(*association, strings, request.language) : Value(nullptr);
    data["command"] = workshop::newCommandId(request.receivedAt);
    data["is_submitted"] = row.stage == "submitted";
    data["is_to_propose"] = row.stage == "queued" || row.stage == "quoted";
    data["is_to_pay"] =
        domain::containsWord("confirmed preparing partly_shipped shipped delivered", row.stage) &&
        domain::amountDue(row.state) > 0;
    data["amount"] = domain::moneyInWords(domain::amountDue(row.state), request.language);
    data["is_delivered"] = row.stage == "delivered";
    data["can_refuse"] = row.stage == "submitted" || row.stage == "queued" || row.stage == "quoted" ||
                         row.stage == "incomplete";
    data["amount_cents"] = domain::amountDue(row.state);
    data["missing_choices"] = reasonChoices(missingReasons, "missing", strings, request.language);
    data["refusal_choices"] = reasonChoices(refusalReasons, "refusal", strings, request.language);
    data["can_propose"] = false;
    data["lacking"] = "";
    data["proposal"] = Value::Array{};
    if (data["is_to_propose"].boolean()) addProposal(data, connection, strings, request, row);
    return data;
}

}  // namespace remise::requests
