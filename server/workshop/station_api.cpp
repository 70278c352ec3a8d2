#include "server/workshop/station_api.h"

#include <algorithm>

#include "db/location_store.h"
#include "server/domain/embedded.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::int64_t mostCodes = 200;

/// A machine's way through the house: people look for their station in this order. Others come after.
constexpr std::string_view way[] = {"reception",    "sorting",  "unlock",  "test",   "erasure", "grading",
                                    "installation", "cleaning", "control", "aside",  "stock",   "picking",
                                    "packing",      "shipping", "label",   "custody"};

auto placeOnTheWay(std::string_view file) {
    return std::find(std::begin(way), std::end(way), file.substr(0, file.find('.')));
}

http::Reply leaseCodes(ledger::Codes& codes, const std::string& publicUrl, const http::Request& request) {
    const auto body = wire::readJson(request.body);
    if (!body) return http::Reply::problem(body.refusal(), request.language);
    const std::string what = body->textOr("for", "unit");
    const auto subject = std::find_if(std::begin(everySubject), std::end(everySubject), [&](Subject s) {
        return s != Subject::request && subjectName(s) == what;
    });
    const std::int64_t count = body->integerOr("count", 0);
    if (subject == std::end(everySubject))
        return http::Reply::problem(Refusal(refusals::badData, {{"field", "for"}}), request.language);
    if (count < 1 || count > mostCodes)
        return http::Reply::problem(Refusal(refusals::badData, {{"field", "count"}}), request.language);
    Value::Array leased;
    for (std::string& code : codes.lease(*subject, static_cast<std::size_t>(count)))
        leased.push_back(std::move(code));
    Value reply = Value::Object{{"codes", leased}};
    if (!publicUrl.empty()) reply["public_url"] = publicUrl;
    return http::Reply::json(reply);
}

/// The files as they are: they were checked when the program was built and are checked again by the terminal.
http::Reply showProcedures(const http::Request&) {
    std::vector<std::pair<std::string_view, std::string_view>> files(embedded::procedures().begin(),
                                                                     embedded::procedures().end());
    std::ranges::stable_sort(files, {}, [](const auto& file) { return placeOnTheWay(file.first); });
    std::string out = "{\"procedures\":[";
    for (const char* comma = ""; const auto& [name, text] : files) {
        (out += comma) += text;
        comma = ",";
    }
    return http::Reply::jsonText(out + "]}");
}

/// What waits to be taken from its shelf, in the order of a walk along the shelves.
http::Reply showLocations(db::Pool& pool, const http::Request& request) {
    const auto connection = pool.take();
    Value::Array list;
    for (const db::Location& location : db::listLocations(*connection, request.caller.site))
        list.push_back(Value::Object{{"code", location.code}, {"name", location.name}});
    return http::Reply::json(Value::Object{{"locations", list}});
}

}  // namespace

void addStationRoutes(http::Router& router, db::Pool& pool, ledger::Codes& codes,
                      const std::string& publicUrl) {
    router.add({"POST", "/api/v1/codes/lease",
                [&codes, publicUrl](const http::Request& r) { return leaseCodes(codes, publicUrl, r); },
                4096});
    router.add({"GET", "/api/v1/procedures", showProcedures});
    router.add(
        {"GET", "/api/v1/locations", [&pool](const http::Request& r) { return showLocations(pool, r); }});
}

}  // namespace remise::workshop
