#include "server/logistics/goods_view.h"

#include <algorithm>

#include "db/association_store.h"
#include "db/location_store.h"
#include "db/request_store.h"
#include "db/unit_store.h"
#include "server/domain/policy.h"
#include "server/logistics/payment_rules.h"
#include "server/workshop/page_command.h"
#include "server/workshop/unit_view.h"

namespace remise::logistics {

using domain::Value;

namespace {

constexpr int mostShown = 200;

class Board {
public:
    Board(db::Connection& connection, const http::Strings& strings, const http::Request& request,
          const Typed& typed)
        : m_connection(connection), m_strings(strings), m_request(request), m_typed(typed) {
        for (const auto& location : db::listLocations(connection, request.caller.site))
            m_places.emplace(location.code, location.name);
    }

    Value rows(const char* stage) {
        db::UnitFilter filter;
        filter.stage = stage;
        filter.limit = mostShown;
        auto units = db::listUnits(m_connection, filter);
        std::stable_sort(units.begin(), units.end(), [&](const auto& a, const auto& b) {
            return placeOf(a.location) < placeOf(b.location);
        });
        Value::Array list;
        for (const auto& unit : units)
            list.push_back(row(unit));
        // What still waits for an answer can't be picked yet: it comes last.
        std::stable_partition(list.begin(), list.end(),
                              [](const Value& row) { return row["is_ready"].boolean(); });
        return list;
    }

private:
    std::string placeOf(const std::string& location) {
        const auto found = m_places.find(location);
        return found == m_places.end() ? location : found->second;
    }

    /// The request of a unit; the same one is asked for once.
    const std::optional<db::RequestRow>& requestOf(const std::string& number) {
        const auto known = m_requests.find(number);
        if (known != m_requests.end()) return known->second;
        return m_requests.emplace(number, db::findRequest(m_connection, number)).first->second;
    }

    std::string associationOf(const std::optional<db::RequestRow>& request) {
        if (!request) return "";
        const auto association = db::findAssociation(m_connection, request->association);
        return association ? association->name : "";
    }

    Value carrierChoices(const std::string& code) {
        Value::Array list;
        for (const auto carrier : carriers)
            list.push_back(Value::Object{
                {"value", carrier},
                {"label", m_strings.text("carrier." + std::string(carrier), m_request.language)},
                {"is_chosen", m_typed.code == code && m_typed.carrier == carrier}});
        return list;
    }

    Value row(const db::UnitRow& unit) {
        const auto& request = requestOf(unit.request);
        const domain::CategoryPolicy* policy = domain::findPolicy(unit.category);
        const std::string accessory(policy ? policy->accessories : "");
        Value view = workshop::unitView(unit, m_strings, m_request.language);
        view["place"] = placeOf(unit.location);
        view["request"] = unit.request;
        view["association"] = associationOf(request);
        const bool isUnpaid = request && waitsForPayment(*request);
        view["is_ready"] = request && mayBePrepared(*request);
        view["waits_for"] =
            m_strings.text(isUnpaid ? "logistics.not_paid" : "logistics.not_ready", m_request.language);
        view["accessory"] = accessory;
        view["accessory_name"] =
            accessory.empty() ? "" : m_strings.text("logistics.accessory." + accessory, m_request.language);
        view["command"] = workshop::newCommandId(m_request.receivedAt);
        view["carriers"] = carrierChoices(unit.code);
        const bool isTyped = m_typed.code == unit.code;
        view["typed_tracking"] = isTyped ? m_typed.tracking : "";
        view["typed_weight"] = isTyped ? m_typed.weight : "";
        view["is_ticked"] = isTyped && !m_typed.accessories.empty();
        view["carrier"] = unit.state.textOr("carrier").empty()
                              ? ""
                              : m_strings.text("carrier." + unit.state.textOr("carrier"), m_request.language);
        return view;
    }

    db::Connection& m_connection;
    const http::Strings& m_strings;
    const http::Request& m_request;
    const Typed& m_typed;
    std::map<std::string, std::string> m_places;
    std::map<std::string, std::optional<db::RequestRow>> m_requests;
};

}  // namespace

Value goodsView(db::Connection& connection, const http::Strings& strings, const http::Request& request,
                const Typed& typed) {
    Board board(connection, strings, request, typed);
    Value view = Value::Object{};
    const std::pair<const char*, const char*> parts[] = {
        {"pick", "reserved"}, {"pack", "picked"}, {"ship", "packed"}, {"way", "shipped"}};
    for (const auto& [name, stage] : parts) {
        const Value rows = board.rows(stage);
        view[std::string("to_") + name] =
            Value::Object{{"rows", rows},
                          {"count", static_cast<std::int64_t>(rows.array().size())},
                          {"is_none", rows.array().empty()}};
    }
    return view;
}

}  // namespace remise::logistics
