#include "server/requests/request_pages.h"

#include <algorithm>

#include "db/association_store.h"
#include "db/product_store.h"
#include "db/request_store.h"
#include "server/associations/association_view.h"
#include "server/catalogue/show_product.h"
#include "server/domain/refusals.h"
#include "server/logistics/delivery_note.h"
#include "server/requests/completion.h"
#include "server/requests/request_progress.h"
#include "server/requests/request_view.h"
#include "server/requests/submit_request.h"
#include "server/workshop/page_command.h"

namespace remise::requests {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;

namespace {

constexpr std::size_t smallForm = 8192;

struct Desk {
    db::Pool& pool;
    const http::Pages& pages;
    workshop::SendCommands& commands;

    [[nodiscard]] http::Reply list(const http::Request&) const;
    [[nodiscard]] http::Reply order(const http::Request&) const;
    [[nodiscard]] http::Reply show(const http::Request&) const;
    [[nodiscard]] http::Reply follow(const http::Request&) const;
    [[nodiscard]] http::Reply note(const http::Request&) const;
    [[nodiscard]] http::Reply act(const http::Request&, const std::string& kind) const;

    [[nodiscard]] Outcome<Value> dataOf(const http::Request&, const std::string& kind,
                                        const http::Form&) const;
    [[nodiscard]] Outcome<db::RequestRow> theirs(db::Connection&, const http::Request&) const;
    [[nodiscard]] http::Reply page(const http::Request&, const std::string& wrong) const;
};

/// Another association's request is unknown, as one that does not exist.
Outcome<db::RequestRow> Desk::theirs(db::Connection& connection, const http::Request& request) const {
    const std::string number = request.parameter("number");
    auto row = db::findRequest(connection, number);
    if (!row || row->association.text() != request.caller.association)
        return Refusal(refusals::otherAssociation, {{"code", number.substr(0, 20)}});
    return std::move(*row);
}

Value fileOf(db::Connection& connection, const http::Pages& pages, const http::Request& request) {
    const auto id = domain::Uuid::parse(request.caller.association);
    const auto association = id ? db::findAssociation(connection, *id) : std::nullopt;
    if (!association) return nullptr;
    Value file = associations::associationView(*association, pages.strings(), request.language);
    const std::string state(domain::associationStateName(association->state));
    const auto steps = db::listAssociationSteps(connection, association->id);
    file["is_validated"] = association->state == domain::AssociationState::validated;
    file["sentence"] = pages.strings().text("requests.file." + state, request.language);
    file["why"] = steps.empty() ? "" : steps.front().reason;
    return file;
}

http::Reply Desk::list(const http::Request& request) const {
    const auto connection = pool.take();
    const RequestView view(*connection, pages.strings(), request.language);
    db::RequestFilter filter;
    filter.association = domain::Uuid::parse(request.caller.association).value_or(domain::Uuid{});
    filter.limit = 500;
    Value::Array open, past;
    const auto rows = db::listRequests(*connection, filter);
    for (auto row = rows.rbegin(); row != rows.rend(); ++row)
        (isOpen(row->stage) ? open : past).push_back(view.summary(*row));
    // What waits for their answer comes first.
    std::stable_partition(open.begin(), open.end(),
                          [](const Value& row) { return row["is_waiting_for_them"].boolean(); });
    return pages.page("requests/list",
                      Value::Object{{"title", pages.strings().text("requests.mine", request.language)},
                                    {"file", fileOf(*connection, pages, request)},
                                    {"is_empty", rows.empty()},
                                    {"has_past", !past.empty()},
                                    {"open", open},
                                    {"past", past}},
                      request);
}

http::Reply Desk::order(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto typed = catalogue::readOrder(*form);
    const auto product = [&] {
        const auto connection = pool.take();
        return db::findProduct(*connection, typed.product);
    }();
    if (!product || !product->published)
        return http::Reply::problem(Refusal(refusals::unknownProduct), request.language);
    catalogue::Wrongs wrongs;
    const auto order = catalogue::checkOrder(typed, *product, wrongs);
    if (wrongs.empty()) {
        const NewRequest wanted{order.command, order.way, {{order.product, order.quantity}}, order.purpose};
        const auto reply = submitRequest(pool, commands, request, wanted);
        if (reply && reply->accepted) return http::Reply::redirect("/mes-demandes/" + reply->subject->code);
        if (reply) return page(request, reply->refusalMessage);
        wrongs.emplace("order", reply.refusal());
    }
    if (!request.wantsHtml()) return http::Reply::problem(wrongs.begin()->second, request.language);
    http::Request asked = request;  // they are still at the product, not at their requests
    asked.path = "/produits/" + product->sku;
    const auto connection = pool.take();
    return catalogue::showProduct(*connection, pages, asked, *product, typed, wrongs);
}

http::Reply Desk::page(const http::Request& request, const std::string& wrong) const {
    const auto connection = pool.take();
    const auto row = theirs(*connection, request);
    if (!row) return http::Reply::problem(row.refusal(), request.language);
    Value data = RequestView(*connection, pages.strings(), request.language).page(*row);
    data["wrong"] = wrong;
    data["read_at"] = "/mes-demandes/" + row->number;
    data["completion"] = row->stage == "incomplete"
                             ? completionView(*connection, *row, pages.strings(), request.language)
                             : Value(nullptr);
    data["command"] = workshop::newCommandId(request.receivedAt);
    data["decline_reasons"] = reasonChoices(declineReasons, "decline", pages.strings(), request.language);
    return pages.page("requests/request", data, request, wrong.empty() ? 200 : 409)
        .with("Cache-Control", "no-store");
}

http::Reply Desk::show(const http::Request& request) const {
    return page(request, "");
}

http::Reply Desk::follow(const http::Request& request) const {
    const auto connection = pool.take();
    const auto row = theirs(*connection, request);
    if (!row) return http::Reply::problem(row.refusal(), request.language);
    return http::Reply::eventStream("request:" + row->number);
}

http::Reply Desk::note(const http::Request& request) const {
    const auto connection = pool.take();
    const auto row = theirs(*connection, request);
    if (!row) return http::Reply::problem(row.refusal(), request.language);
    return logistics::showDeliveryNote(*connection, pages, request, *row);
}

Outcome<Value> Desk::dataOf(const http::Request& request, const std::string& kind,
                            const http::Form& form) const {
    const auto connection = pool.take();
    const auto row = theirs(*connection, request);
    if (!row) return row.refusal();
    if (kind == "complete") return completionOf(*connection, *row, form);
    Value data = Value::Object{};
    if (kind == "decline" && !form.text("reason").empty()) data["reason"] = form.text("reason");
    return data;
}

http::Reply Desk::act(const http::Request& request, const std::string& kind) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto id = workshop::commandIdOf(*form);
    if (!id) return http::Reply::problem(id.refusal(), request.language);
    auto data = dataOf(request, kind, *form);
    if (!data) return page(request, data.refusal().text(request.language));
    const std::string number = request.parameter("number");
    const auto reply = commands.send(
        request, workshop::pageCommand(*id, kind, number, std::move(*data), request.receivedAt));
    if (!reply) return http::Reply::problem(reply.refusal(), request.language);
    if (!reply->accepted) return page(request, reply->refusalMessage);
    return http::Reply::redirect("/mes-demandes/" + number);
}

}  // namespace

void addRequestPages(http::Router& router, db::Pool& pool, const http::Pages& pages,
                     workshop::SendCommands& commands) {
    const Desk desk{pool, pages, commands};
    const auto get = [&](const char* pattern, http::Reply (Desk::*answer)(const http::Request&) const) {
        router.add({"GET", pattern,
                    [desk, answer](const http::Request& request) { return (desk.*answer)(request); }});
    };
    get("/mes-demandes", &Desk::list);
    get("/mes-demandes/{number}", &Desk::show);
    get("/mes-demandes/{number}/flux", &Desk::follow);
    get("/mes-demandes/{number}/bon", &Desk::note);
    router.add(
        {"POST", "/mes-demandes", [desk](const http::Request& r) { return desk.order(r); }, smallForm});
    const std::pair<const char*, const char*> acts[] = {
        {"accepter", "accept"}, {"refuser", "decline"}, {"annuler", "cancel"}, {"completer", "complete"}};
    for (const auto& [word, kind] : acts)
        router.add({"POST", std::string("/mes-demandes/{number}/") + word,
                    [desk, kind = std::string(kind)](const http::Request& r) { return desk.act(r, kind); },
                    smallForm});
}

}  // namespace remise::requests
