#include "server/workshop/sender_counters.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/program_fixture.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

struct Counting : ProgramFixture {
    Value numbered(std::int64_t counter) {
        Value made = command("clean", unit);
        made["counter"] = counter;
        return made;
    }

    /// What the header says of a restored terminal; empty when it is none.
    std::string restoredTo(const Value::Array& commands) {
        const auto reply = post("/api/v1/commands", canonicalJson(commands));
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        for (const auto& [name, value] : reply.headers)
            if (name == "Remise-Restored") return value;
        return "";
    }

    Value self(std::int64_t counter) {
        return json(
            post("/api/v1/terminals/self", canonicalJson(Value(Value::Object{{"counter", counter}}))));
    }

    std::string unit = receivedLaptop();
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(sender_counters_test, Counting)

BOOST_AUTO_TEST_CASE(a_terminal_that_counts_on_is_not_told_anything) {
    BOOST_TEST(restoredTo({numbered(1), numbered(2)}) == "");
    BOOST_TEST(restoredTo({numbered(3)}) == "");
    BOOST_TEST(restoredTo({command("clean", unit)}) == "");
    BOOST_TEST(count("alert") == 0);
}

BOOST_AUTO_TEST_CASE(what_is_sent_again_is_no_restored_terminal) {
    const Value first = numbered(1), second = numbered(2), third = numbered(3);
    restoredTo({first, second});
    BOOST_TEST(restoredTo({first, second, third}) == "");
    BOOST_TEST(restoredTo({first}) == "");
    BOOST_TEST(count("alert") == 0);
}

BOOST_AUTO_TEST_CASE(a_number_that_comes_again_for_another_command_gives_a_restored_terminal_away) {
    restoredTo({numbered(1), numbered(2), numbered(9)});
    const Value again = numbered(3);
    BOOST_TEST(restoredTo({again}) == "9");
    BOOST_TEST(count("alert", "kind = 'terminal_restored'") == 1);
    BOOST_TEST(count("command", "id = UNHEX(REPLACE('" + again.textOr("id") + "', '-', ''))") == 1);
    BOOST_TEST(restoredTo({numbered(10)}) == "");
}

BOOST_AUTO_TEST_CASE(what_lay_aside_and_comes_late_is_no_restored_terminal) {
    restoredTo({numbered(1), numbered(9)});
    Value late = numbered(3);
    late["late"] = true;
    BOOST_TEST(restoredTo({late}) == "");
    BOOST_TEST(count("alert") == 0);
}

BOOST_AUTO_TEST_CASE(another_server_on_the_same_database_finds_it_out_too) {
    Program other(database.settings(), options);
    const auto sendThere = [&](const Value& one) {
        http::Request request;
        request.method = "POST";
        request.path = "/api/v1/commands";
        request.headers["authorization"] = "Bearer " + token;
        request.receivedAt = now();
        request.body = canonicalJson(Value::Array{one});
        const auto reply = other.router().dispatch(request);
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    };
    sendThere(numbered(1));
    restoredTo({numbered(9)});
    sendThere(numbered(4));  // although it has heard of this terminal a moment ago
    BOOST_TEST(count("alert", "kind = 'terminal_restored'") == 1);
}

BOOST_AUTO_TEST_CASE(a_terminal_hears_who_it_is_and_how_far_it_had_counted) {
    const Value fresh = self(0);
    BOOST_TEST(fresh.textOr("name") == "banc");
    BOOST_TEST(fresh.textOr("site") == "nord");
    BOOST_TEST(fresh.integerOr("counter", -1) == 0);
    BOOST_TEST(!fresh.boolOr("restored", true));
    BOOST_TEST(domain::parseTime(fresh.textOr("now")).has_value());
    restoredTo({numbered(1), numbered(2)});
    BOOST_TEST(self(2).integerOr("counter", -1) == 2);
    BOOST_TEST(!self(5).boolOr("restored", true));
    BOOST_TEST(count("alert") == 0);
}

BOOST_AUTO_TEST_CASE(a_terminal_that_knows_less_than_we_do_was_restored_and_the_manager_is_told_in_one_line) {
    restoredTo({numbered(1), numbered(2)});
    BOOST_TEST(self(1).boolOr("restored", false));
    BOOST_TEST(self(0).boolOr("restored", false));
    BOOST_TEST(count("alert", "kind = 'terminal_restored' AND times = 2") == 1);
}

BOOST_AUTO_TEST_CASE(a_number_that_is_none_is_refused) {
    for (const std::string body : {"{}", R"({"counter":-1})", R"({"counter":"7"})", "[]"})
        BOOST_TEST(codeOf(post("/api/v1/terminals/self", body)) == "bad_shape", body);
}

BOOST_AUTO_TEST_SUITE_END()
