#include "server/requests/request_pages.h"

#include <boost/test/unit_test.hpp>

#include "db/request_store.h"
#include "server/domain/kinds.h"
#include "server/logistics/goods_pages.h"
#include "server/requests/request_api.h"
#include "server/requests/team_pages.h"
#include "server/wire/json.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Role;
using domain::Value;

namespace {

struct Site : test::Shop {
    Site() {
        requests::addRequestPages(router, pool, pages, commands);
        requests::addTeamPages(router, pool, pages, commands);
        requests::addRequestRoutes(router, pool, commands);
        logistics::addGoodsPages(router, pool, pages, commands);
    }

    std::string order(const std::string& rest = "product=LAP-B&way=commande&quantity=1&purpose=office") {
        const auto reply = ask(Role::association, "POST", "/mes-demandes", form(rest));
        BOOST_REQUIRE_MESSAGE(reply.status == 303, reply.body);
        const auto address = headerOf(reply, "Location");
        return address.substr(address.rfind('/') + 1);
    }

    void team(const std::string& number, const std::string& step, const std::string& rest = "") {
        const auto reply = ask(Role::team, "POST", "/equipe/demandes/" + number + "/" + step, form(rest));
        BOOST_REQUIRE_MESSAGE(reply.status == 303, reply.body);
    }

    std::string stageOf(const std::string& number) {
        const auto connection = pool.take();
        return db::findRequest(*connection, number)->stage;
    }

    domain::Value stateOf(const std::string& number) {
        const auto connection = pool.take();
        return db::findRequest(*connection, number)->state;
    }

    http::Reply complete(const std::string& number, const std::string& filled) {
        return ask(Role::association, "POST", "/mes-demandes/" + number + "/completer", form(filled));
    }

    /// A commande of one laptop, proposed and accepted.
    std::string accepted() {
        const auto unit = laptopAt("in_stock");
        const auto number = order();
        team(number, "valider");
        team(number, "proposer", "unit=" + unit);
        const auto reply = ask(Role::association, "POST", "/mes-demandes/" + number + "/accepter", form());
        BOOST_REQUIRE_MESSAGE(reply.status == 303, reply.body);
        return number;
    }

    http::Reply page(const std::string& number) {
        return ask(Role::association, "GET", "/mes-demandes/" + number);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(request_pages_test, Site)

BOOST_AUTO_TEST_CASE(an_association_follows_its_order_from_the_form_to_the_parcel) {
    const auto unit = laptopAt("in_stock");
    const auto number = order();
    BOOST_TEST(stageOf(number) == "submitted");
    team(number, "valider");
    BOOST_TEST(holds(ask(Role::team, "GET", "/equipe/demandes/" + number), "name=\"unit\" value=\"" + unit));
    team(number, "proposer", "unit=" + unit);
    BOOST_TEST(holds(page(number), "/accepter"));
    BOOST_TEST(ask(Role::association, "POST", "/mes-demandes/" + number + "/accepter", form()).status == 303);
    const auto goods = [&](const std::string& step, const std::string& rest = "") {
        const auto reply = ask(Role::logistics, "POST", "/logistique/" + unit + "/" + step, form(rest));
        BOOST_REQUIRE_MESSAGE(reply.status == 303, reply.body);
    };
    BOOST_TEST(!holds(ask(Role::logistics, "GET", "/logistique"), "/logistique/" + unit + "/preparer"));
    team(number, "payer", "means=transfer&amount_cents=14900");
    BOOST_TEST(holds(ask(Role::logistics, "GET", "/logistique"), "/logistique/" + unit + "/preparer"));
    goods("preparer");
    goods("emballer", "accessory=charger");
    goods("expedier", "carrier=colissimo&tracking=8N00123456789");
    BOOST_TEST(stageOf(number) == "shipped");
    const auto shown = page(number);
    for (const std::string part : {"8N00123456789", "Colissimo", "/u/", "bon", "Commande"})
        BOOST_TEST(holds(shown, part), part);
    const auto note = ask(Role::association, "GET", "/mes-demandes/" + number + "/bon");
    BOOST_TEST(holds(note, unit));
    BOOST_TEST(holds(note, "Les Jardins &lt;partagés&gt;"));
    goods("livrer");
    BOOST_TEST(stageOf(number) == "delivered");
    team(number, "cloturer");
    BOOST_TEST(stageOf(number) == "closed");
}

BOOST_AUTO_TEST_CASE(the_page_of_a_commande_speaks_of_a_commande_and_when_it_came) {
    const auto shown = page(order());
    for (const std::string part : {"Nous avons reçu votre commande.", "<span class=\"muted\">Le ",
                                   "Annuler cette commande", "Commande envoyée."})
        BOOST_TEST(holds(shown, part), part);
    for (const std::string part : {"votre demande", "cette demande", "depuis le"})
        BOOST_TEST(!holds(shown, part), part);
}

BOOST_AUTO_TEST_CASE(who_calls_off_what_was_paid_reads_whom_to_ask_for_the_money) {
    const auto number = accepted();
    BOOST_TEST(!holds(page(number), "remboursé"));
    team(number, "payer", "means=transfer&amount_cents=14900");
    BOOST_TEST(holds(page(number), "Vous avez réglé 149"));
    BOOST_TEST(ask(Role::association, "POST", "/mes-demandes/" + number + "/annuler", form()).status == 303);
    BOOST_TEST(holds(page(number), "écrivez-nous pour être remboursé"));
}

BOOST_AUTO_TEST_CASE(a_button_pressed_twice_counts_once) {
    const auto sent = form("product=LAP-B&way=commande&quantity=1&purpose=office");
    const auto first = ask(Role::association, "POST", "/mes-demandes", sent);
    const auto second = ask(Role::association, "POST", "/mes-demandes", sent);
    BOOST_TEST(first.status == 303);
    BOOST_TEST(headerOf(first, "Location") == headerOf(second, "Location"));
    BOOST_TEST(count("request") == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_order_comes_back_with_what_was_typed_and_writes_nothing) {
    const auto reply = ask(Role::association, "POST", "/mes-demandes",
                           form("product=LAP-B&way=demande&quantity=99&purpose="));
    BOOST_TEST(reply.status == 422);
    BOOST_TEST(holds(reply, "value=\"99\""));
    BOOST_TEST(holds(reply, "id=\"quantity-wrong\""));
    BOOST_TEST(holds(reply, "id=\"purpose-wrong\""));
    BOOST_TEST(!holds(reply, "aria-current=\"page\""));
    BOOST_TEST(count("request") == 0);
}

BOOST_AUTO_TEST_CASE(an_association_that_is_not_validated_is_told_why_it_cannot_order) {
    {
        const auto connection = pool.take();
        BOOST_TEST(db::recordAssociationStep(
            *connection, {association.id, 1, association.state, domain::AssociationState::suspended,
                          "Adhésion terminée", office.actor, noon}));
    }
    const auto reply = ask(Role::association, "POST", "/mes-demandes",
                           form("product=LAP-B&way=commande&quantity=1&purpose=office"));
    BOOST_TEST(reply.status == 403);
    BOOST_TEST(holds(reply, "role=\"alert\""));
    BOOST_TEST(holds(ask(Role::association, "GET", "/mes-demandes"), "Adhésion terminée"));
    BOOST_TEST(count("request") == 0);
}

BOOST_AUTO_TEST_CASE(another_associations_request_does_not_exist_for_it) {
    const auto number = order();
    association.id = domain::Uuid::v7(noon);
    BOOST_TEST(page(number).status == 404);
    for (const std::string step : {"accepter", "refuser", "annuler", "completer"})
        BOOST_TEST(ask(Role::association, "POST", "/mes-demandes/" + number + "/" + step, form()).status ==
                   404);
    for (const std::string part : {"flux", "bon"})
        BOOST_TEST(ask(Role::association, "GET", "/mes-demandes/" + number + "/" + part).status == 404);
    BOOST_TEST(stageOf(number) == "submitted");
}

BOOST_AUTO_TEST_CASE(declined_units_go_back_to_stock_and_the_request_waits_again) {
    const auto unit = laptopAt("in_stock");
    const auto number = order();
    team(number, "valider");
    team(number, "proposer", "unit=" + unit);
    BOOST_TEST(ask(Role::association, "POST", "/mes-demandes/" + number + "/refuser", form("reason=too_late"))
                   .status == 303);
    BOOST_TEST(entity(domain::Subject::unit, unit).stage == "in_stock");
    BOOST_TEST(stageOf(number) == "quoted");
}

BOOST_AUTO_TEST_CASE(what_the_ledger_refuses_is_said_on_the_page) {
    const auto number = order();
    const auto reply = ask(Role::association, "POST", "/mes-demandes/" + number + "/accepter", form());
    BOOST_TEST(reply.status == 409);
    BOOST_TEST(holds(reply, "role=\"alert\""));
    BOOST_TEST(ask(Role::team, "POST", "/equipe/demandes/" + number + "/proposer", form()).status == 409);
    BOOST_TEST(ask(Role::team, "POST", "/equipe/demandes/" + number + "/inventer", form()).status == 404);
    BOOST_TEST(stageOf(number) == "submitted");
}

BOOST_AUTO_TEST_CASE(the_team_sends_a_request_back_and_the_association_reads_what_is_missing) {
    const auto number = order();
    team(number, "a-completer", "reason=papers");
    BOOST_TEST(
        holds(page(number), pages.strings().text("requests.missing.papers", domain::Language::french)));
    BOOST_TEST(ask(Role::association, "POST", "/mes-demandes/" + number + "/completer", form()).status ==
               303);
    BOOST_TEST(stageOf(number) == "submitted");
    team(number, "refuser", "reason=twice");
    BOOST_TEST(holds(page(number),
                     pages.strings().text("requests.refusal.twice_commande", domain::Language::french)));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_filled_in_on_the_page) {
    const auto number = order();
    team(number, "a-completer", "reason=purpose");
    BOOST_TEST(holds(page(number), "<select id=\"purpose\""));
    BOOST_TEST(complete(number, "purpose=").status == 409);
    BOOST_TEST(stageOf(number) == "incomplete");
    BOOST_TEST(complete(number, "purpose=families").status == 303);
    BOOST_TEST(stateOf(number).textOr("purpose") == "families");

    team(number, "a-completer", "reason=quantity");
    BOOST_TEST(holds(page(number), "name=\"quantity_0\" value=\"1\" min=\"1\" max=\"5\""));
    for (const std::string wrong : {"", "quantity_0=6", "quantity_0=0", "quantity_0=deux"})
        BOOST_TEST(complete(number, wrong).status == 409);
    BOOST_TEST(complete(number, "quantity_0=3").status == 303);
    const Value line = stateOf(number)["lines"].array().front();
    BOOST_TEST(line.integerOr("quantity", 0) == 3);
    BOOST_TEST(line.integerOr("price_cents", 0) == 14900);
}

BOOST_AUTO_TEST_CASE(who_bought_is_told_how_much_to_pay_before_anything_is_prepared) {
    const auto number = accepted();
    const auto shown = page(number);
    BOOST_TEST(holds(shown, "Réglez 149\u00a0€ par virement, par carte ou par chèque."));
    BOOST_TEST(!holds(shown, "Vous n'avez rien à faire"));
    BOOST_TEST(holds(ask(Role::association, "GET", "/mes-demandes"), "votre tour."));
    team(number, "payer", "means=transfer&amount_cents=14900");
    BOOST_TEST(holds(page(number), "Nous avons reçu votre règlement."));
}

BOOST_AUTO_TEST_CASE(a_public_library_pays_after_delivery) {
    association.id = domain::Uuid::v7(noon + 1);
    association.legalKind = "public_library";
    association.rna = "";
    association.siren = "732829320";
    {
        const auto connection = pool.take();
        db::addAssociation(*connection, association);
    }
    const auto number = accepted();
    BOOST_TEST(holds(page(number), "Vous réglez 149\u00a0€ après la livraison."));
    BOOST_TEST(holds(ask(Role::logistics, "GET", "/logistique"), "/preparer"));
    BOOST_TEST(holds(ask(Role::team, "GET", "/equipe/demandes/" + number), "/payer"));
}

BOOST_AUTO_TEST_CASE(after_a_refused_act_language_and_news_lead_to_the_page_itself) {
    const auto number = order();
    const auto reply = ask(Role::association, "POST", "/mes-demandes/" + number + "/accepter", form());
    BOOST_TEST(holds(reply, "data-page=\"/mes-demandes/" + number + "\""));
    BOOST_TEST(holds(reply, "/langue/en?retour=%2Fmes-demandes%2F" + number + "\""));
    BOOST_TEST(holds(ask(Role::team, "POST", "/equipe/demandes/" + number + "/cloturer", form()),
                     "/langue/en?retour=%2Fequipe%2Fdemandes%2F" + number + "\""));
    BOOST_TEST(holds(ask(Role::logistics, "POST", "/logistique/XXXXXXXH/preparer", form()),
                     "/langue/en?retour=%2Flogistique\""));
}

BOOST_AUTO_TEST_CASE(its_page_follows_the_channel_of_the_request) {
    const auto number = order();
    BOOST_TEST(ask(Role::association, "GET", "/mes-demandes/" + number + "/flux").channel ==
               "request:" + number);
}

BOOST_AUTO_TEST_CASE(every_kind_of_event_of_a_request_has_its_sentence) {
    for (const auto& kind : domain::kinds())
        if (kind.subject == domain::Subject::request)
            BOOST_CHECK_NO_THROW((void)pages.strings().text("requests.event." + std::string(kind.name),
                                                            domain::Language::french));
}

BOOST_AUTO_TEST_CASE(programs_order_too_and_an_id_sent_twice_counts_once) {
    http::Request request;
    request.method = "POST";
    request.path = "/api/v1/requests";
    request.body = R"({"id":")" + domain::Uuid::v4().text() +
                   R"(","way":"demande","lines":[{"product":"LAP-B","quantity":2}],"purpose":"training"})";
    const auto first = ask(Role::association, request);
    BOOST_TEST(first.status == 201);
    BOOST_TEST(ask(Role::association, request).body == first.body);
    BOOST_TEST(count("request") == 1);
    const auto number = wire::readJson(first.body)->textOr("number");
    const auto shown = ask(Role::association, "GET", "/api/v1/requests/" + number);
    BOOST_TEST((*wire::readJson(shown.body))["lines"].array().front().integerOr("price_cents", -1) == 0);
    BOOST_TEST(ask(Role::team, "GET", "/api/v1/requests/" + number).status == 200);
    association.id = domain::Uuid::v7(noon);
    BOOST_TEST(ask(Role::association, "GET", "/api/v1/requests/" + number).status == 404);
    request.body = R"({"way":"demande","lines":[{"product":"NOPE","quantity":2}]})";
    BOOST_TEST(ask(Role::association, request).status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
