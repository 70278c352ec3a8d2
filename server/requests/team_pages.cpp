#include "server/requests/team_pages.h"

#include <algorithm>

#include "db/association_store.h"
#include "db/request_store.h"
#include "server/associations/association_view.h"
#include "server/domain/refusals.h"
#include "server/requests/handle_view.h"
#include "server/requests/request_view.h"
#include "server/workshop/page_command.h"

namespace remise::requests {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;

namespace {

constexpr std::size_t mediumForm = 32768;  // a proposal names each of its units

struct Team {
    db::Pool& pool;
    const http::Pages& pages;
    workshop::SendCommands& commands;

    [[nodiscard]] http::Reply overview(const http::Request&) const;
    [[nodiscard]] http::Reply show(const http::Request&) const;
    [[nodiscard]] http::Reply act(const http::Request&) const;
    [[nodiscard]] http::Reply page(const http::Request&, const std::string& wrong) const;
};

/// A word of the address, and the command it stands for.
struct Step {
    std::string_view word, kind;
};
constexpr Step steps[] = {{"valider", "validate"}, {"a-completer", "return_for_completion"},
                          {"refuser", "refuse"},   {"proposer", "propose"},
                          {"payer", "pay"},        {"annuler", "cancel"},
                          {"cloturer", "close"}};

/// Requests at these stages, oldest first, each with its association's name.
Value requestsAt(db::Connection& connection, const RequestView& view, std::vector<std::string> stages) {
    db::RequestFilter filter;
    filter.stages = std::move(stages);
    const auto rows = db::listRequests(connection, filter);
    std::vector<domain::Uuid> ids;
    for (const auto& row : rows)
        ids.push_back(row.association);
    std::map<domain::Uuid, std::string> names;
    for (const auto& association : db::findAssociations(connection, ids))
        names[association.id] = association.name;
    Value::Array list;
    for (const auto& row : rows) {
        Value summary = view.summary(row);
        summary["association"] = names[row.association];
        list.push_back(std::move(summary));
    }
    return list;
}

Value filesToReview(db::Connection& connection, const http::Strings& strings, domain::Language language) {
    Value::Array list;
    for (const auto state : {domain::AssociationState::toReview, domain::AssociationState::incomplete})
        for (const auto& association : db::listAssociations(connection, {state, nullptr, 50}))
            list.push_back(associations::associationView(association, strings, language));
    return list;
}

http::Reply Team::overview(const http::Request& request) const {
    const auto connection = pool.take();
    const auto say = [&](const std::string& key) { return pages.strings().text(key, request.language); };
    const RequestView view(*connection, pages.strings(), request.language);
    const std::pair<const char*, std::vector<std::string>> groups[] = {
        {"team.to_validate", {"submitted"}},
        {"team.to_propose", {"queued", "quoted"}},
        {"team.waiting", {"incomplete", "proposed"}},
        {"team.under_way", {"confirmed", "paid", "preparing", "partly_shipped", "shipped"}},
        {"team.to_close", {"delivered"}}};
    Value::Array sections;
    for (const auto& [key, stages] : groups) {
        const Value rows = requestsAt(*connection, view, stages);
        sections.push_back(Value::Object{{"heading", say(key)},
                                         {"count", static_cast<std::int64_t>(rows.array().size())},
                                         {"is_none", rows.array().empty()},
                                         {"rows", rows}});
    }
    const Value files = filesToReview(*connection, pages.strings(), request.language);
    return pages.page("requests/team",
                      Value::Object{{"title", say("team.title")},
                                    {"sections", sections},
                                    {"files", files},
                                    {"file_count", static_cast<std::int64_t>(files.array().size())},
                                    {"has_files", !files.array().empty()}},
                      request);
}

http::Reply Team::page(const http::Request& request, const std::string& wrong) const {
    const auto connection = pool.take();
    const std::string number = request.parameter("number");
    const auto row = db::findRequest(*connection, number);
    if (!row)
        return http::Reply::problem(Refusal(refusals::unknownCode, {{"code", number.substr(0, 20)}}),
                                    request.language);
    Value data = handleView(*connection, pages.strings(), request, *row);
    data["wrong"] = wrong;
    data["read_at"] = "/equipe/demandes/" + row->number;
    return pages.page("requests/handle", data, request, wrong.empty() ? 200 : 409)
        .with("Cache-Control", "no-store");
}

http::Reply Team::show(const http::Request& request) const {
    return page(request, "");
}

Outcome<Value> dataOf(std::string_view kind, const http::Form& form) {
    Value data = Value::Object{};
    if (kind == "return_for_completion") data["missing"] = form.text("reason");
    if (kind == "refuse") data["reason"] = form.text("reason");
    if (kind == "propose") {
        Value::Array units;
        for (const auto& code : form.texts("unit"))
            units.emplace_back(code);
        data["units"] = units;
    }
    if (kind == "pay") {
        const auto amount = form.integer("amount_cents");
        if (!amount) return amount.refusal();
        data["means"] = form.text("means");
        data["amount_cents"] = *amount;
    }
    return data;
}

http::Reply Team::act(const http::Request& request) const {
    const std::string word = request.parameter("step");
    const auto step =
        std::find_if(std::begin(steps), std::end(steps), [&](const Step& s) { return s.word == word; });
    if (step == std::end(steps)) return http::Reply::problem(Refusal(refusals::notFound), request.language);
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto id = workshop::commandIdOf(*form);
    if (!id) return http::Reply::problem(id.refusal(), request.language);
    auto data = dataOf(step->kind, *form);
    if (!data) return http::Reply::problem(data.refusal(), request.language);
    const std::string number = request.parameter("number");
    const auto reply = commands.send(request, workshop::pageCommand(*id, std::string(step->kind), number,
                                                                    std::move(*data), request.receivedAt));
    if (!reply) return http::Reply::problem(reply.refusal(), request.language);
    if (!reply->accepted) return page(request, reply->refusalMessage);
    return http::Reply::redirect("/equipe/demandes/" + reply->subject->code);
}

}  // namespace

void addTeamPages(http::Router& router, db::Pool& pool, const http::Pages& pages,
                  workshop::SendCommands& commands) {
    const Team team{pool, pages, commands};
    router.add({"GET", "/equipe", [team](const http::Request& request) { return team.overview(request); }});
    router.add({"GET", "/equipe/demandes/{number}",
                [team](const http::Request& request) { return team.show(request); }});
    router.add({"POST", "/equipe/demandes/{number}/{step}",
                [team](const http::Request& request) { return team.act(request); }, mediumForm});
}

}  // namespace remise::requests
