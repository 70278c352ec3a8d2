#include "server/workshop/waiting_pages.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

constexpr auto page = "/atelier/inventaires";

struct WaitingPages : Reports {
    std::string read(const std::string& target = page, Role role = Role::leader) {
        const auto reply =
            ask({.target = target, .headers = {{"Cookie", cookieOf(role)}, {"Accept", "text/html"}}});
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.status << reply.body);
        return reply.body;
    }

    /// As a program of the leader's, which needs no form token.
    http::Reply send(const std::string& body) {
        return ask(
            {.method = "POST",
             .target = page,
             .body = body,
             .token = bearerOf(Role::leader),
             .headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "text/html"}}});
    }
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(waiting_pages_test, WaitingPages)

BOOST_AUTO_TEST_CASE(a_leader_says_whose_an_inventory_is) {
    const auto unit = receivedLaptop();
    post("/api/v1/inventories", glpiJson());
    BOOST_TEST(has(read("/atelier"), page));
    const auto shown = read();
    BOOST_TEST(has(shown, "Lenovo T480"));
    BOOST_TEST(has(shown, "PF0ABC12"));
    BOOST_TEST(has(shown, "Intel Core i5-8350U"));
    BOOST_TEST(!has(shown, "PC-DE-ADA"));
    const auto waiting = queue().at(0).textOr("id");
    BOOST_TEST(has(shown, waiting));
    const auto reply = send("inventory=" + waiting + "&command=" + newId() + "&unit=" + unit);
    BOOST_TEST(reply.status == 303);
    BOOST_TEST(this->unit(unit).textOr("serial") == "PF0ABC12");
    BOOST_TEST(has(read(), "Aucun inventaire"));
    BOOST_TEST(!has(read("/atelier"), page));
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_known_is_shown_with_its_history) {
    const auto unit = receivedLaptop(), other = receivedLaptop();
    inventory(unit, glpiJson());
    post("/api/v1/inventories", glpiJson({.drive = "OTHER-1001"}));
    const auto shown = read();
    BOOST_TEST(has(shown, unit));
    BOOST_TEST(has(shown, "même n° de série"));
    BOOST_TEST(has(shown, "réception"));
    BOOST_TEST(has(shown, "name=\"beside\" value=\"" + unit + "\""));
    BOOST_TEST(has(shown, "name=\"unit\" value=\"" + unit + "\""));
    const std::string form = "inventory=" + queue().at(0).textOr("id") + "&unit=" + other;
    const auto unseen = send(form + "&command=" + newId());
    BOOST_TEST(unseen.status == 422);
    BOOST_TEST(has(unseen.body, "déjà connue"));
    BOOST_TEST(send(form + "&command=" + newId() + "&beside=" + unit).status == 303);
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_is_there_with_the_reason_and_no_button) {
    post("/api/v1/inventories", "hello");
    const auto shown = read();
    BOOST_TEST(has(shown, "Illisible"));
    BOOST_TEST(!has(shown, "C&#39;est cette machine"));
    const auto reply =
        send("inventory=" + queue().at(0).textOr("id") + "&command=" + newId() + "&unit=" + receivedLaptop());
    BOOST_TEST(reply.status == 422);
    BOOST_TEST(queue().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_wrong_code_and_a_form_without_its_id_are_refused) {
    post("/api/v1/inventories", glpiJson());
    const std::string form = "inventory=" + queue().at(0).textOr("id");
    BOOST_TEST(has(send(form + "&unit=BCDFGHJR&command=" + newId()).body, "BCDFGHJR"));
    BOOST_TEST(send(form + "&unit=&command=" + newId()).status == 422);
    BOOST_TEST(send(form + "&unit=BCDFGHJR").status == 400);
    BOOST_TEST(queue().size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
