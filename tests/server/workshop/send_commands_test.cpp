#include "server/workshop/send_commands.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <set>

#include "db/location_store.h"
#include "server/domain/codes.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "tests/server/program_fixture.h"

using namespace remise;
using domain::Value;

namespace {

struct Floor : test::ProgramFixture {
    std::string shelfAt(const std::string& site, std::uint64_t number) {
        const std::string code = domain::encodeCode("L", number, 8);
        const auto connection = database.pool().take();
        db::saveLocation(*connection, {code, site, "Étagère " + site});
        return code;
    }

    std::string sent(std::string_view kind, const std::string& unit, Value data) {
        return sendOne(Value::Object{{"id", newId()},
                                     {"worker", worker},
                                     {"station", station},
                                     {"kind", kind},
                                     {"unit", unit},
                                     {"data", std::move(data)}});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(send_commands_test, Floor)

BOOST_AUTO_TEST_CASE(what_comes_in_is_at_the_site_of_the_terminal_and_on_its_shelves_only) {
    const auto laptop = receivedLaptop();
    BOOST_TEST(count("unit", "site = 'nord'") == 1);
    BOOST_TEST(sent("move", laptop, Value::Object{{"location", shelfAt("sud", 8)}}) == "location_elsewhere");
    BOOST_TEST(sent("move", laptop, Value::Object{{"location", shelfAt("nord", 9)}}) == "accepted");
}

BOOST_AUTO_TEST_CASE(two_terminals_whose_clocks_are_days_off_are_heard_and_their_times_put_right) {
    constexpr domain::Milliseconds day = 24LL * 60 * 60 * 1000, minute = 60'000;
    const auto laptop = receivedLaptop();
    const auto second = identity::createTerminal(database.pool(), "banc 2", {"nord", {}}, now()).token;
    std::vector<std::string> order;
    for (const auto& [terminal, skew] : {std::pair{token, 3 * day}, std::pair{second, -3 * day}}) {
        Value clean = command("clean", laptop);
        const domain::Milliseconds done = now() - minute;
        clean["at"] = domain::formatTime(done + skew);
        const auto reply = ask({.method = "POST",
                                .target = "/api/v1/commands",
                                .body = canonicalJson(Value::Array{clean}),
                                .token = terminal,
                                .headers = {{"Remise-Clock", domain::formatTime(now() + skew)}}});
        BOOST_TEST(json(reply).array().at(0).textOr("status") == "accepted", reply.body);
        order.push_back(clean.textOr("id"));
        const auto connection = database.pool().take();
        auto rows =
            connection->prepare("SELECT claimed_at, corrected_at, recorded_at FROM command WHERE id = ?")
                .bind(domain::Uuid::parse(clean.textOr("id"))->raw())
                .query();
        BOOST_REQUIRE(rows.next());
        BOOST_TEST(rows.integer(1) == done + skew);
        BOOST_TEST(std::abs(rows.integer(2) - done) < 30'000);
        BOOST_TEST(rows.integer(2) <= rows.integer(3));
    }
    const Value history = unit(laptop)["events"];
    BOOST_TEST(history.array().at(1).textOr("command") == order[0]);
    BOOST_TEST(history.array().at(2).textOr("command") == order[1]);
    const auto alerts =
        json(ask({.target = "/api/v1/alerts", .token = bearerOf(domain::Role::manager)}))["alerts"];
    BOOST_TEST(alerts.array().size() == 2);
    for (const Value& alert : alerts.array())
        BOOST_TEST(alert.textOr("kind") == "clock_skew");
}

BOOST_AUTO_TEST_CASE(
    an_id_that_comes_again_with_other_content_and_a_withdrawn_badge_are_told_to_the_manager) {
    const auto laptop = receivedLaptop();
    Value block = command("block", laptop);
    BOOST_TEST(sendOne(block) == "accepted");
    block["unit"] = receivedLaptop();
    BOOST_TEST(sendOne(block) == "id_reused");
    const auto lost =
        identity::createWorker(database.pool(), secret, {domain::Role::worker, "nord", "fr", ""}, now());
    identity::revokeBadges(database.pool(), lost.person, now());
    Value clean = command("clean", laptop);
    clean["worker"] = lost.badge;
    BOOST_TEST(sendOne(clean) == "badge_revoked");
    const auto alerts =
        json(ask({.target = "/api/v1/alerts", .token = bearerOf(domain::Role::manager)}))["alerts"];
    std::set<std::string> kinds;
    for (const Value& alert : alerts.array())
        kinds.insert(alert.textOr("kind") + " " + alert["details"].textOr("name"));
    BOOST_TEST(kinds == (std::set<std::string>{"badge_refused banc", "id_reused banc"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_remark_that_is_refused_is_not_kept) {
    const auto laptop = receivedLaptop();
    const Value remark = Value::Object{{"text", "Charnière à resserrer"}};
    BOOST_TEST(sent("note", domain::encodeCode("", 5, domain::unitLetters), remark) == "unknown_code");
    BOOST_TEST(count("note") == 0);
    BOOST_TEST(sent("note", laptop, remark) == "accepted");
    BOOST_TEST(count("note") == 1);
}

BOOST_AUTO_TEST_SUITE_END()
