#include "server/ledger/seal_daily.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using domain::Milliseconds;

namespace {

Milliseconds at(std::string_view time) {
    return domain::parseTime(time).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(seal_daily_test)

BOOST_AUTO_TEST_CASE(a_seal_is_due_once_after_every_two_oclock) {
    const auto newest = at("2026-11-22T02:00:01Z");
    BOOST_TEST(!ledger::isSealDue(newest, at("2026-11-22T02:05:00Z")));
    BOOST_TEST(!ledger::isSealDue(newest, at("2026-11-23T01:59:59Z")));
    BOOST_TEST(ledger::isSealDue(newest, at("2026-11-23T02:00:00Z")));
}

BOOST_AUTO_TEST_CASE(a_server_that_slept_at_two_oclock_seals_when_it_wakes) {
    BOOST_TEST(ledger::isSealDue(at("2026-11-20T18:00:00Z"), at("2026-11-23T08:30:00Z")));
    BOOST_TEST(ledger::isSealDue(at("2026-11-22T18:00:00Z"), at("2026-11-23T08:30:00Z")));
}

BOOST_AUTO_TEST_CASE(a_seal_made_by_hand_in_the_day_does_not_stand_for_the_nights) {
    BOOST_TEST(ledger::isSealDue(at("2026-11-22T12:00:00Z"), at("2026-11-23T02:00:00Z")));
}

BOOST_AUTO_TEST_SUITE_END()
