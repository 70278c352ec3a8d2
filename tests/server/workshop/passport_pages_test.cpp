#include "server/workshop/passport_pages.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/canonical.h"
#include "server/wire/json.h"
#include "server/workshop/board_pages.h"
#include "tests/server/requests/shop.h"

using namespace remise;
using domain::Role;

namespace {

struct Site : test::Shop {
    workshop::RateLimit limit{{5, 1, 100}};

    Site() {
        workshop::addPassportPages(router, pool, pages, limit);
        workshop::addBoardPages(router, pool, pages);
    }

    http::Reply read(const std::string& code, const std::string& accept = "text/html") {
        http::Request request;
        request.method = "GET";
        request.path = "/u/" + code;
        request.remote = "192.0.2.9";
        request.receivedAt = noon;
        request.headers = {{"accept", accept}};
        return router.dispatch(request);
    }

    /// What its one drive's state says, as an older history would.
    void change(const std::string& unit, const std::function<void(domain::Value&)>& how) {
        auto state = entity(domain::Subject::unit, unit).state;
        how(state["drives"][driveOf(unit)]);
        const auto connection = pool.take();
        connection->prepare("UPDATE unit SET state = ? WHERE code = ?")
            .bind(domain::canonicalJson(state))
            .bind(unit)
            .execute();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(passport_pages_test, Site)

BOOST_AUTO_TEST_CASE(a_passport_says_what_it_is_how_it_was_erased_and_what_that_spares) {
    const auto page = read(laptopAt("in_stock"));
    BOOST_TEST(page.status == 200);
    for (const std::string part : {"Lenovo T480", "Grade B", "Vérifié par notre lecture du disque",
                                   "un passage de zéros", "27\u00a0kg", "3 ans"})
        BOOST_TEST(holds(page, part), part);
}

BOOST_AUTO_TEST_CASE(it_says_so_once_a_second_person_has_checked_it) {
    const std::string sentence = "Contrôlé par une deuxième personne.";
    BOOST_TEST(holds(read(laptopAt("in_stock")), sentence));
    BOOST_TEST(!holds(read(receivedLaptop()), sentence));
}

BOOST_AUTO_TEST_CASE(a_damaged_code_is_refused_under_a_title_that_speaks_of_no_request) {
    const auto page = read("nonsense");
    BOOST_TEST(page.status == 422);
    BOOST_TEST(!holds(page, "Demande"));
}

BOOST_AUTO_TEST_CASE(it_holds_no_serial_no_origin_and_no_person) {
    const auto unit = laptopAt("in_stock");
    for (const std::string accept : {"text/html", "application/json"}) {
        const auto reply = read(unit, accept);
        for (const std::string& kept :
             {"S-" + unit, driveOf(unit), worker.actor.text(), worker.lastingActor.text(),
              colleague.lastingActor.text(), std::string("L1"), shelf, std::string("\"owner\"")})
            BOOST_TEST(!holds(reply, kept), kept);
    }
}

BOOST_AUTO_TEST_CASE(a_program_reads_it_as_json) {
    const auto reply = read(laptopAt("in_stock"), "application/json");
    BOOST_TEST(reply.type == "application/json");
    const auto passport = *wire::readJson(reply.body);
    BOOST_TEST(passport.textOr("grade") == "B");
    BOOST_TEST(passport["erasure"]["drives"].array().front().textOr("proof") == "verified");
    BOOST_TEST(passport["impact"].integerOr("co2_grams_per_year", 0) == 27'000);
}

BOOST_AUTO_TEST_CASE(what_is_not_done_yet_is_said_so) {
    const auto page = read(receivedLaptop());
    BOOST_TEST(holds(page, "Pas encore de grade"));
    BOOST_TEST(holds(page, "Pas encore testé"));
    BOOST_TEST(!holds(page, "Vérifié"));
}

BOOST_AUTO_TEST_CASE(how_a_drive_was_read_again_is_said_only_when_it_is_known) {
    const auto unit = laptopAt("in_stock");
    BOOST_TEST(holds(read(unit), "relu en entier"));
    change(unit, [](domain::Value& drive) { drive.object().erase("verification"); });
    BOOST_TEST(!holds(read(unit), "relu"));
    BOOST_TEST(
        holds(read(unit), "Disque effacé (un passage de zéros). Vérifié par notre lecture du disque, le"));
}

BOOST_AUTO_TEST_CASE(what_two_people_attested_before_is_still_said_as_that) {
    const auto unit = laptopAt("in_stock");
    change(unit, [](domain::Value& drive) {
        drive.object().erase("proven");
        drive["method"] = "Fill With Zeros";
    });
    BOOST_TEST(holds(read(unit),
                     "Disque effacé (Fill With Zeros, relu en entier). Effacement attesté par deux "
                     "personnes, le"));
}

BOOST_AUTO_TEST_CASE(a_passport_tells_when_what_was_done) {
    const auto page = read(laptopAt("in_stock"));
    for (const std::string part : {"Trié", "Testé", "Données effacées", "Nettoyé", "Système installé"})
        BOOST_TEST(holds(page, "<dt>" + part + "</dt><dd>"), part);
}

BOOST_AUTO_TEST_CASE(a_damaged_code_is_told_apart_from_an_unknown_one) {
    BOOST_TEST(read("BCDFGHJJ").status == 422);
    BOOST_TEST(read("XXXXXXXH").status == 404);
}

BOOST_AUTO_TEST_CASE(who_asks_too_often_waits) {
    for (int i = 0; i < 5; ++i)
        BOOST_TEST(read("XXXXXXXH").status == 404);
    BOOST_TEST(read("XXXXXXXH").status == 429);
}

BOOST_AUTO_TEST_CASE(the_floor_board_counts_steps_shows_what_is_stuck_and_names_nobody) {
    laptopAt("received");
    const auto unit = laptopAt("in_stock");
    BOOST_TEST(send("block", unit, domain::Value::Object{{"reason", "doubt"}}).accepted);
    const auto board = ask(Role::leader, "GET", "/atelier");
    BOOST_TEST(holds(board, "à trier"));
    BOOST_TEST(holds(board, unit));
    BOOST_TEST(holds(board, "doute"));
    for (const auto& person : {worker, colleague})
        BOOST_TEST((!holds(board, person.actor.text()) && !holds(board, person.lastingActor.text())));
}

BOOST_AUTO_TEST_CASE(of_many_that_are_stuck_the_board_shows_those_that_wait_longest_and_counts_all) {
    const auto first = receivedLaptop();
    std::string last;
    for (int i = 0; i < 51; ++i)
        last = receivedLaptop();
    BOOST_REQUIRE(send("block", last, domain::Value::Object{{"reason", "doubt"}}).accepted);
    const auto connection = pool.take();
    connection->prepare("UPDATE unit SET stage = 'blocked', changed_at = changed_at + 1000 WHERE code <> ?")
        .bind(last)
        .execute();
    connection->prepare("UPDATE unit SET changed_at = changed_at + 9000 WHERE code = ?")
        .bind(first)
        .execute();
    const auto board = ask(Role::leader, "GET", "/atelier");
    BOOST_TEST(holds(board, last));
    BOOST_TEST(!holds(board, first));
    BOOST_TEST(holds(board, "<span class=\"count\">52</span>"));
}

BOOST_AUTO_TEST_SUITE_END()
