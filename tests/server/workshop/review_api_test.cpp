#include "server/workshop/review_api.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Role;
using domain::Value;

namespace {

struct Reviews : ProgramFixture {
    Reviews() : bearer(bearerOf(Role::leader)) {}

    /// A command that is refused when nobody stands there any more; its id.
    std::string lateRefusal(const std::string& unit) {
        Value command = this->command("control", unit);
        command["late"] = true;
        sendOne(command);
        return command.textOr("id");
    }

    Value list(const std::string& query = "") {
        const auto reply = ask({.target = "/api/v1/reviews" + query, .token = bearer});
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        return json(reply)["reviews"];
    }

    /// The commands of all pages.
    std::vector<std::string> readByTwos(const std::string& query) {
        std::vector<std::string> commands;
        for (std::string after = "0";;) {
            const Value page =
                json(ask({.target = "/api/v1/reviews" + query + "&after=" + after, .token = bearer}));
            for (const Value& line : page["reviews"].array())
                commands.push_back(line.textOr("command"));
            BOOST_TEST(page["reviews"].array().size() <= 2u);
            if (!page["next_page"].isText()) return commands;
            after = page["next_page"].text();
        }
    }

    http::Reply settle(const std::string& command, const std::string& body) {
        return ask({.method = "POST",
                    .target = "/api/v1/reviews/" + command + "/settle",
                    .body = body,
                    .token = bearer});
    }

    std::string bearer;
};

constexpr auto seen = R"({"reason":"Vu avec l'équipe"})";

}  // namespace

BOOST_FIXTURE_TEST_SUITE(review_api_test, Reviews)

BOOST_AUTO_TEST_CASE(a_leader_reads_what_was_refused_late_and_what_came_of_it) {
    const auto unit = receivedLaptop();
    const std::string refused = lateRefusal(unit);
    Value next = command("clean", unit, Value::Object{{"pin", "1234"}});
    next["after"] = refused;
    BOOST_TEST(sendOne(next) == "depends_on");
    const Value lines = list();
    BOOST_REQUIRE(lines.array().size() == 2);
    const Value &first = lines.array()[0], &second = lines.array()[1];
    BOOST_TEST(first.textOr("command") == refused);
    BOOST_TEST(first.textOr("unit") == unit);
    BOOST_TEST(first.textOr("kind") == "control");
    BOOST_TEST(first.textOr("station") == station);
    BOOST_TEST(first["refusal"].textOr("code") == "wrong_stage");
    BOOST_TEST(!first["refusal"].textOr("message").empty());
    BOOST_TEST(!first.boolOr("settled", true));
    BOOST_TEST(second.textOr("after") == refused);
    BOOST_TEST(canonicalJson(second["data"]) == "{}");
}

BOOST_AUTO_TEST_CASE(an_unreadable_command_and_an_unknown_badge_are_in_the_list_of_the_terminals_site) {
    const auto unit = receivedLaptop();
    Value strange = command("clean", unit), nobody = command("clean", unit);
    strange["colour"] = "blue";
    strange["late"] = true;
    nobody["worker"] = "BBBBBBBBBBBBBBBBBBBB";
    nobody["late"] = true;
    send({strange, nobody});
    BOOST_TEST(list().array().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_line_is_settled_once_with_a_reason_that_is_kept) {
    const auto id = lateRefusal(receivedLaptop());
    BOOST_TEST(codeOf(settle(id, "{}")) == "missing_data");
    const auto reply = settle(id, seen);
    BOOST_TEST(reply.status == 200, reply.body);
    BOOST_TEST(codeOf(settle(id, seen)) == "review_settled");
    BOOST_TEST(list().array().empty());
    const Value kept = list("?settled=1");
    BOOST_REQUIRE(kept.array().size() == 1);
    BOOST_TEST(kept.array()[0].textOr("reason") == "Vu avec l'équipe");
    BOOST_TEST(kept.array()[0].boolOr("settled", false));
}

BOOST_AUTO_TEST_CASE(a_line_that_is_not_there_or_of_another_site_is_unknown) {
    const auto id = lateRefusal(receivedLaptop());
    BOOST_TEST(codeOf(settle(newId(), seen)) == "review_unknown");
    BOOST_TEST(codeOf(settle("yesterday", seen)) == "review_unknown");
    database.pool().take()->prepare("UPDATE review SET site = 'sud'").execute();
    BOOST_TEST(codeOf(settle(id, seen)) == "review_unknown");
    BOOST_TEST(list().array().empty());
}

BOOST_AUTO_TEST_CASE(a_long_list_is_read_page_by_page_and_each_line_comes_once) {
    const auto unit = receivedLaptop();
    std::vector<std::string> refused;
    for (int i = 0; i < 5; ++i)
        refused.push_back(lateRefusal(unit));
    BOOST_TEST(readByTwos("?limit=2") == refused, boost::test_tools::per_element());
    for (const std::string& id : refused)
        settle(id, seen);
    auto settled = readByTwos("?settled=1&limit=2");
    BOOST_TEST(settled.size() == 5u);
    std::sort(settled.begin(), settled.end());
    std::sort(refused.begin(), refused.end());
    BOOST_TEST(settled == refused, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_wrong_parameter_is_said) {
    for (const std::string query :
         {"?after=-1", "?after=x", "?settled=2", "?settled=yes", "?limit=0", "?limit=501"})
        BOOST_TEST(codeOf(ask({.target = "/api/v1/reviews" + query, .token = bearer})) == "bad_parameter",
                   query);
}

BOOST_AUTO_TEST_SUITE_END()
