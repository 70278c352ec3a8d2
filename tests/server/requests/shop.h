#pragma once

#include "db/association_store.h"
#include "db/product_store.h"
#include "server/http/pages.h"
#include "server/http/router.h"
#include "server/identity/badges.h"
#include "server/workshop/send_commands.h"
#include "tests/server/ledger/ledger_fixture.h"

namespace remise::test {

/// A ledger with laptops of one product, a validated association, and pages that anybody may ask for in any
/// role.
struct Shop : LedgerFixture {
    static constexpr domain::Milliseconds noon = 1'795'348'800'000;  // 2026-11-22T12:00:00Z

    identity::ServerSecret secret{{1, 2, 3}};
    db::Pool& pool = database.pool();
    identity::Alerts alerts{pool};
    identity::Badges badges{pool, secret};
    workshop::SendCommands commands{pool, *writer, badges, alerts};
    http::Pages pages{embedded::templates(), embedded::strings(), "1"};
    http::Router router{http::noGuards()};
    domain::Association association;
    domain::Milliseconds clock = noon;
    domain::Uuid member = domain::Uuid::v4();

    Shop() {
        domain::Product laptop;
        laptop.sku = "LAP-B";
        laptop.nameFr = "Portable bureautique";
        laptop.nameEn = "Office laptop";
        laptop.goodForFr = "Pour écrire et compter.";
        laptop.goodForEn = "To write and count.";
        laptop.category = laptop.drawing = "laptop";
        laptop.performanceClass = 2;
        laptop.grade = "B";
        laptop.priceCents = 14900;
        laptop.referenceNewCents = 62000;
        laptop.published = true;
        laptop.mostPerAssociation = 5;
        association.id = domain::Uuid::v7(noon);
        association.name = "Les Jardins <partagés>";
        association.legalKind = "loi_1901";
        association.rna = "W751515517";
        association.street = "12 rue Verte";
        association.postcode = "93500";
        association.city = "Pantin";
        association.activity = "environment";
        association.budget = "up_to_50k";
        association.employees = "none";
        association.state = domain::AssociationState::validated;
        const auto connection = pool.take();
        db::saveProduct(*connection, laptop);
        db::addAssociation(*connection, association);
    }

    http::Reply ask(domain::Role role, const std::string& method, const std::string& path,
                    const std::string& form = "") {
        http::Request request;
        request.method = method;
        request.path = path;
        request.body = form;
        request.headers = {{"accept", "text/html"}, {"content-type", "application/x-www-form-urlencoded"}};
        return ask(role, std::move(request));
    }

    http::Reply ask(domain::Role role, http::Request request) {
        request.receivedAt = clock;
        request.remote = "192.0.2.7";
        request.caller.role = role;
        request.caller.id = member;
        request.caller.name = "Awa";
        request.caller.site = "nord";
        request.caller.actor = request.caller.lastingActor = office.lastingActor;
        if (role == domain::Role::association) request.caller.association = association.id.text();
        return router.dispatch(request);
    }

    static std::string form(const std::string& rest = "") {
        return "command=" + domain::Uuid::v4().text() + (rest.empty() ? "" : "&" + rest);
    }

    static std::string headerOf(const http::Reply& reply, std::string_view name) {
        for (const auto& [known, value] : reply.headers)
            if (known == name) return value;
        return "";
    }

    static bool holds(const http::Reply& reply, std::string_view part) {
        return reply.body.find(part) != std::string::npos;
    }
};

}  // namespace remise::test
