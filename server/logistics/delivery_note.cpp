#include "server/logistics/delivery_note.h"

#include <algorithm>

#include "db/association_store.h"
#include "db/event_store.h"
#include "db/unit_store.h"
#include "server/domain/canonical.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"
#include "server/workshop/unit_view.h"

namespace remise::logistics {

using domain::Refusal;
using domain::Value;

namespace {

Value address(db::Connection& connection, const db::RequestRow& row) {
    const auto association = db::findAssociation(connection, row.association);
    if (!association) return Value::Object{{"to", ""}, {"street", ""}, {"city", ""}};
    return Value::Object{{"to", association->name},
                         {"street", association->street},
                         {"city", association->postcode + " " + association->city}};
}

/// When the note was written: with the parcel it goes with.
domain::Milliseconds writtenAt(db::Connection& connection, const db::RequestRow& row) {
    const auto events = db::readEvents(connection, domain::Subject::request, row.id);
    const auto wrote = std::find_if(events.rbegin(), events.rend(), [](const db::StoredEvent& stored) {
        return domain::readCanonical(stored.canonicalData).has("delivery_note");
    });
    return wrote == events.rend() ? row.changedAt : wrote->event.at;
}

/// Only what left has its place on the note.
Value shippedUnits(db::Connection& connection, const http::Strings& strings, const http::Request& request,
                   const db::RequestRow& row) {
    db::UnitFilter filter;
    filter.request = row.number;
    Value::Array list;
    for (const auto& unit : db::listUnits(connection, filter)) {
        if (!unit.state.has("delivery_note")) continue;
        Value view = workshop::unitView(unit, strings, request.language);
        const std::string carrier = unit.state.textOr("carrier");
        view["carrier"] = carrier.empty() ? "" : strings.text("carrier." + carrier, request.language);
        view["note"] = unit.state.textOr("delivery_note");
        list.push_back(std::move(view));
    }
    return list;
}

}  // namespace

http::Reply showDeliveryNote(db::Connection& connection, const http::Pages& pages,
                             const http::Request& request, const db::RequestRow& row) {
    const std::string number = row.state.textOr("delivery_note");
    if (number.empty()) return http::Reply::problem(Refusal(domain::refusals::notFound), request.language);
    return pages.page(
        "logistics/delivery_note",
        Value::Object{{"title", pages.strings().text("logistics.note", request.language) + " " + number},
                      {"request_number_of", row.number},
                      {"date", domain::dateInWords(writtenAt(connection, row), request.language)},
                      {"address", address(connection, row)},
                      {"units", shippedUnits(connection, pages.strings(), request, row)}},
        request);
}

}  // namespace remise::logistics
