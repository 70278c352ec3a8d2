#include "server/identity/enrol_terminal.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "server/identity/tries.h"
#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Door : test::House {
    std::string code() { return createEnrolmentCode(pool, secret, {"nord", "Test · banc 3"}, now); }

    domain::Outcome<EnrolledTerminal> enrol(const std::string& typed,
                                            const std::string& remote = "192.0.2.7") {
        return enrolTerminal(pool, secret, typed, "banc 3", remote, now);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(enrol_terminal_test, Door)

BOOST_AUTO_TEST_CASE(a_code_is_traded_for_a_token_that_says_where_the_terminal_stands) {
    const auto enrolled = enrol(code());
    BOOST_TEST(enrolled.ok());
    const auto kept = db::findTerminalByToken(*pool.take(), tokenHash(enrolled->token));
    BOOST_TEST((kept && kept->id == enrolled->id && kept->site == "nord"));
    BOOST_TEST(kept->station.value() == "Test · banc 3");
}

BOOST_AUTO_TEST_CASE(a_code_used_by_ten_terminals_at_once_enrols_one) {
    const auto typed = code();
    std::atomic<int> in = 0, used = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 10; ++t)
        threads.emplace_back([&] {
            const auto enrolled = enrol(typed);
            in += enrolled ? 1 : 0;
            used += test::codeOf(enrolled) == "enrolment_used" ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(in == 1);
    BOOST_TEST(used == 9);
    BOOST_TEST(db::listTerminals(*pool.take(), "nord").size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_code_older_than_a_day_is_refused) {
    const auto typed = code();
    now += enrolmentLifetime;
    BOOST_TEST(test::codeOf(enrol(typed)) == "enrolment_expired");
}

BOOST_AUTO_TEST_CASE(an_unknown_code_is_refused_and_guessing_has_a_limit) {
    for (int i = 0; i < enrolmentTries.most; ++i)
        BOOST_TEST(test::codeOf(enrol("BCDF-GHJK-LNPR-STUV")) == "enrolment_unknown");
    BOOST_TEST(test::codeOf(enrol("BCDF-GHJK-LNPR-STUV")) == "too_many_tries");
    BOOST_TEST(enrol(code(), "192.0.2.8").ok());
}

BOOST_AUTO_TEST_CASE(a_terminal_needs_a_name) {
    BOOST_TEST(test::codeOf(enrolTerminal(pool, secret, code(), " ", "192.0.2.7", now)) == "name_not_valid");
}

BOOST_AUTO_TEST_SUITE_END()
