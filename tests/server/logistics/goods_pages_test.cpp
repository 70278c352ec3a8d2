#include "server/logistics/goods_pages.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/kinds.h"
#include "server/logistics/goods_view.h"
#include "server/logistics/pick_list_api.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Role;
using domain::Value;

namespace {

struct Site : test::Shop {
    Site() {
        logistics::addGoodsPages(router, pool, pages, commands);
        logistics::addPickListRoute(router, pool);
    }

    /// A laptop that its request was promised; the association has accepted.
    std::string reservedLaptop(const char* way = "demande", int cents = 0) {
        const auto unit = laptopAt("in_stock");
        const auto request = send(
            "submit", "",
            Value::Object{{"way", way},
                          {"association", association.id.text()},
                          {"lines", Value::Array{Value::Object{
                                        {"product", "LAP-B"}, {"quantity", 1}, {"price_cents", cents}}}}},
            office);
        BOOST_REQUIRE_MESSAGE(request.accepted, request.refusalMessage);
        number = request.subject->code;
        for (const auto& [kind, data] :
             {std::pair<std::string, Value>{"validate",
                                            laterPayer ? Value(Value::Object{{"pay_later", true}}) : Value()},
              {"propose", Value::Object{{"units", Value::Array{unit}}}},
              {"accept", {}}}) {
            const auto reply = send(kind, number, data, office);
            BOOST_REQUIRE_MESSAGE(reply.accepted, reply.refusalMessage);
        }
        return unit;
    }

    http::Reply act(const std::string& unit, const std::string& step, const std::string& rest = "") {
        return ask(Role::logistics, "POST", "/logistique/" + unit + "/" + step, form(rest));
    }

    std::string number;
    bool laterPayer = false;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(goods_pages_test, Site)

BOOST_AUTO_TEST_CASE(what_is_not_paid_is_not_on_the_list_of_what_to_pick) {
    const auto toPick = [this] { return ask(Role::logistics, "GET", "/api/v1/pick-list"); };
    const auto asked = reservedLaptop();
    BOOST_TEST(holds(toPick(), asked));
    const auto bought = reservedLaptop("commande", 14900);
    BOOST_TEST(!holds(toPick(), bought));
    const auto paid =
        send("pay", number, Value::Object{{"means", "transfer"}, {"amount_cents", 14900}}, office);
    BOOST_REQUIRE_MESSAGE(paid.accepted, paid.refusalMessage);
    BOOST_TEST(holds(toPick(), bought));
}

BOOST_AUTO_TEST_CASE(what_is_not_paid_does_not_leave_its_shelf) {
    const auto bought = reservedLaptop("commande", 14900);
    const auto refused = act(bought, "preparer");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(holds(refused, "pas encore payée"));
    BOOST_TEST(
        send("pay", number, Value::Object{{"means", "card"}, {"amount_cents", 14900}}, office).accepted);
    BOOST_TEST(act(bought, "preparer").status == 303);
}

BOOST_AUTO_TEST_CASE(who_pays_later_is_served_before) {
    laterPayer = true;
    const auto bought = reservedLaptop("commande", 14900);
    BOOST_TEST(holds(ask(Role::logistics, "GET", "/api/v1/pick-list"), bought));
    BOOST_TEST(act(bought, "preparer").status == 303);
}

BOOST_AUTO_TEST_CASE(a_wrong_tracking_number_is_refused_and_comes_back_in_its_box) {
    const auto unit = reservedLaptop();
    BOOST_TEST(act(unit, "preparer").status == 303);
    BOOST_TEST(act(unit, "emballer", "accessory=charger").status == 303);
    const auto reply = act(unit, "expedier", "carrier=laposte&tracking=RB123456789FR");
    BOOST_TEST(reply.status == 409);
    BOOST_TEST(holds(reply, "value=\"RB123456789FR\""));
    BOOST_TEST(holds(reply, "value=\"laposte\" selected"));
    BOOST_TEST(entity(domain::Subject::unit, unit).stage == "packed");
}

BOOST_AUTO_TEST_CASE(a_parcel_without_its_charger_is_not_packed) {
    const auto unit = reservedLaptop();
    act(unit, "preparer");
    BOOST_TEST(act(unit, "emballer").status == 409);
    BOOST_TEST(entity(domain::Subject::unit, unit).stage == "picked");
}

BOOST_AUTO_TEST_CASE(a_weight_is_typed_as_it_reads_on_the_scale) {
    const auto unit = reservedLaptop();
    act(unit, "preparer");
    const auto refused = act(unit, "emballer", "accessory=charger&weight_kg=2,2,2");
    BOOST_TEST(refused.status == 409);
    BOOST_TEST(holds(refused, "entre 0,01\u00a0kg et 100\u00a0kg"));
    BOOST_TEST(holds(refused, "value=\"2,2,2\""));
    BOOST_TEST(holds(refused, "value=\"charger\" checked"));
    BOOST_TEST(act(unit, "emballer", "accessory=charger&weight_kg=2,2").status == 303);
    BOOST_TEST(entity(domain::Subject::unit, unit).state.integerOr("weight_g", 0) == 2200);
}

BOOST_AUTO_TEST_CASE(there_is_no_delivery_note_before_something_left) {
    const auto unit = reservedLaptop();
    BOOST_TEST(ask(Role::logistics, "GET", "/logistique/bons/" + number).status == 404);
    act(unit, "preparer");
    act(unit, "emballer", "accessory=charger");
    BOOST_TEST(act(unit, "expedier", "carrier=gls&tracking=123456789").status == 303);
    BOOST_TEST(holds(ask(Role::logistics, "GET", "/logistique/bons/" + number), unit));
}

BOOST_AUTO_TEST_CASE(a_delivery_note_keeps_the_day_it_was_written) {
    const auto unit = reservedLaptop();
    clock = noon - 10LL * 24 * 60 * 60 * 1000;
    act(unit, "preparer");
    act(unit, "emballer", "accessory=charger");
    act(unit, "expedier", "carrier=gls&tracking=123456789");
    clock = noon;
    BOOST_TEST(act(unit, "livrer").status == 303);
    BOOST_TEST(holds(ask(Role::logistics, "GET", "/logistique/bons/" + number), "12\u00a0novembre 2026"));
}

BOOST_AUTO_TEST_CASE(the_list_of_carriers_is_the_one_of_the_table) {
    std::string words;
    for (const auto carrier : logistics::carriers)
        words += (words.empty() ? "" : "|") + std::string(carrier);
    const auto fields = domain::fieldsOf(*domain::kindNamed("ship"));
    BOOST_TEST(fields.front().type == words);
}

BOOST_AUTO_TEST_CASE(an_unknown_step_or_code_changes_nothing) {
    BOOST_TEST(act("XXXXXXXH", "preparer").status == 409);
    BOOST_TEST(act("XXXXXXXH", "voler").status == 404);
}

BOOST_AUTO_TEST_SUITE_END()
