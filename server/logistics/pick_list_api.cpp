#include "server/logistics/pick_list_api.h"

#include <algorithm>
#include <map>

#include "db/location_store.h"
#include "db/request_store.h"
#include "db/unit_store.h"
#include "server/logistics/payment_rules.h"

namespace remise::logistics {
namespace {

using domain::Value;

http::Reply showPickList(db::Pool& pool, const http::Request& request) {
    const auto connection = pool.take();
    db::UnitFilter filter;
    filter.stage = "reserved";
    filter.limit = 500;
    auto units = db::listUnits(*connection, filter);
    std::map<std::string, std::string> names;
    for (const db::Location& location : db::listLocations(*connection, request.caller.site))
        names.emplace(location.code, location.name);
    std::stable_sort(units.begin(), units.end(),
                     [&](const auto& a, const auto& b) { return names[a.location] < names[b.location]; });
    std::map<std::string, bool> ready;
    const auto isReady = [&](const std::string& number) {
        const auto [known, isNew] = ready.try_emplace(number);
        const auto row = isNew ? db::findRequest(*connection, number) : std::nullopt;
        if (row) known->second = mayBePrepared(*row);
        return known->second;
    };
    Value::Array list;
    for (const db::UnitRow& unit : units)
        if (isReady(unit.request))
            list.push_back(Value::Object{{"code", unit.code},
                                         {"location", unit.location},
                                         {"location_name", names[unit.location]},
                                         {"maker", unit.state["maker"]},
                                         {"model", unit.state["model"]},
                                         {"product", unit.product},
                                         {"request", unit.request}});
    return http::Reply::json(Value::Object{{"units", list}});
}

}  // namespace

void addPickListRoute(http::Router& router, db::Pool& pool) {
    router.add(
        {"GET", "/api/v1/pick-list", [&pool](const http::Request& r) { return showPickList(pool, r); }});
}

}  // namespace remise::logistics
