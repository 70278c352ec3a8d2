#include "server/associations/review_pages.h"

#include "server/associations/association_rules.h"
#include "server/associations/association_view.h"
#include "server/associations/review_association.h"
#include "server/domain/refusals.h"
#include "server/domain/words.h"

namespace remise::associations {

namespace refusals = domain::refusals;
using domain::Association;
using domain::Refusal;
using domain::Value;

namespace {

struct Review {
    db::Pool& pool;
    const http::Pages& pages;

    [[nodiscard]] http::Reply show(const http::Request&) const;
    [[nodiscard]] http::Reply decide(const http::Request&) const;
    [[nodiscard]] http::Reply page(const http::Request&, const Association&, const std::string& reason,
                                   const std::optional<Refusal>& wrong) const;
    [[nodiscard]] std::optional<Association> find(const http::Request&) const;
};

std::optional<Association> Review::find(const http::Request& request) const {
    const auto id = domain::Uuid::parse(request.parameter("id"));
    if (!id) return {};
    const auto connection = pool.take();
    return db::findAssociation(*connection, *id);
}

Value steps(const Association& association, const http::Strings& strings, domain::Language language) {
    Value::Array list;
    for (const auto& step : fileSteps())
        if (step.from == association.state) {
            const std::string name(domain::associationStateName(step.to));
            list.push_back(Value::Object{{"to", name},
                                         {"label", strings.text("associations.step." + name, language)},
                                         {"is_main", step.to == domain::AssociationState::validated}});
        }
    return list;
}

Value history(db::Pool& pool, const Association& association, const http::Strings& strings,
              domain::Language language) {
    const auto connection = pool.take();
    Value::Array list;
    for (const auto& step : db::listAssociationSteps(*connection, association.id))
        list.push_back(Value::Object{
            {"when", domain::momentInWords(step.at, language)},
            {"what",
             strings.text("associations.state." + std::string(domain::associationStateName(step.after)),
                          language)},
            {"why", step.reason}});
    return list;
}

http::Reply Review::page(const http::Request& request, const Association& association,
                         const std::string& reason, const std::optional<Refusal>& wrong) const {
    Value data = associationView(association, pages.strings(), request.language);
    data["title"] =
        pages.strings().text("associations.file_of", request.language, {{"name", association.name}});
    data["steps"] = steps(association, pages.strings(), request.language);
    const Value past = history(pool, association, pages.strings(), request.language);
    data["has_history"] = !past.array().empty();
    data["history"] = past;
    data["version"] = association.version;
    data["reason"] = reason;
    data["wrong"] = wrong ? wrong->text(request.language) : "";
    return pages.page("associations/file", data, request, wrong ? wrong->status() : 200);
}

http::Reply Review::show(const http::Request& request) const {
    const auto association = find(request);
    if (!association) return http::Reply::problem(Refusal(refusals::unknownAssociation), request.language);
    return page(request, *association, "", {});
}

http::Reply Review::decide(const http::Request& request) const {
    const auto form = request.form();
    if (!form) return http::Reply::problem(form.refusal(), request.language);
    const auto association = find(request);
    if (!association) return http::Reply::problem(Refusal(refusals::unknownAssociation), request.language);
    const auto version = form->integer("version");
    if (!version) return http::Reply::problem(version.refusal(), request.language);
    const auto to = domain::associationStateNamed(form->text("to"));
    db::AssociationStep step{association->id,      *version,
                             association->state,   to.value_or(association->state),
                             form->text("reason"), request.caller.actor,
                             request.receivedAt};
    if (const auto verdict = reviewAssociation(pool, step); !verdict)
        return page(request, *association, step.reason, verdict.refusal());
    return http::Reply::redirect("/equipe");
}

}  // namespace

void addReviewPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    const Review review{pool, pages};
    router.add({"GET", "/equipe/associations/{id}",
                [review](const http::Request& request) { return review.show(request); }});
    router.add({"POST", "/equipe/associations/{id}",
                [review](const http::Request& request) { return review.decide(request); }, 8192});
}

}  // namespace remise::associations
