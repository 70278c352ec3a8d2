#include "server/identity/tries.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "tests/server/identity/house.h"

using namespace remise;
using namespace remise::identity;

namespace {

struct Guesses : test::House {
    domain::Outcome<Try> guess(const std::string& account, const std::string& address = "192.0.2.7") {
        return Try::begin(pool, secret, {{accountTries, account}, {addressTries, address}}, now);
    }

    void exhaust(const std::string& account) {
        for (int i = 0; i < accountTries.most; ++i)
            BOOST_TEST(guess(account).ok());
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tries_test, Guesses)

BOOST_AUTO_TEST_CASE(the_sixth_try_at_an_account_is_refused_and_says_how_long_to_wait) {
    exhaust("ada");
    const auto sixth = guess("ada");
    BOOST_TEST(test::codeOf(sixth) == "too_many_tries");
    BOOST_TEST(sixth.refusal().details().at("minutes") == "15");
    BOOST_TEST(guess("grace").ok());
}

BOOST_AUTO_TEST_CASE(a_refused_try_does_not_make_the_wait_longer) {
    exhaust("ada");
    now += 14 * aMinute;
    BOOST_TEST(!guess("ada").ok());
    now += aMinute;
    BOOST_TEST(guess("ada").ok());
}

BOOST_AUTO_TEST_CASE(a_right_try_frees_the_account) {
    exhaust("ada");
    now += 15 * aMinute;
    for (int i = 0; i < 4; ++i)
        BOOST_TEST(guess("ada").ok());
    const auto right = guess("ada");
    right->wasRight(pool);
    BOOST_TEST(guess("ada").ok());
}

BOOST_AUTO_TEST_CASE(one_address_may_not_go_through_many_accounts) {
    for (int i = 0; i < addressTries.most; ++i)
        BOOST_TEST(guess("account " + std::to_string(i)).ok());
    BOOST_TEST(test::codeOf(guess("one more")) == "too_many_tries");
    BOOST_TEST(guess("one more", "192.0.2.8").ok());
}

BOOST_AUTO_TEST_CASE(an_own_right_try_does_not_free_the_address_for_guessing_others) {
    for (int i = 0; i < addressTries.most - 1; ++i)
        BOOST_TEST(guess("account " + std::to_string(i)).ok());
    guess("my own")->wasRight(pool);
    BOOST_TEST(guess("last").ok());
    BOOST_TEST(!guess("one more").ok());
}

BOOST_AUTO_TEST_CASE(forty_guesses_at_once_are_no_more_than_the_limit) {
    std::atomic<int> passed = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            for (int i = 0; i < 5; ++i)
                passed += guess("ada").ok() ? 1 : 0;
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(passed <= accountTries.most);
}

BOOST_AUTO_TEST_SUITE_END()
