#include "drivers/reports/drive_health.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

using Count = std::optional<std::int64_t> SelfReport::*;

/// The verdict on a drive that says this of itself, and these counts.
std::string_view verdictOn(std::optional<bool> passed,
                           std::initializer_list<std::pair<Count, std::int64_t>> counts = {}) {
    SelfReport self;
    self.passed = passed;
    for (const auto& [count, number] : counts)
        self.*count = number;
    return driveHealthName(healthOf(self));
}

const Count reallocated = &SelfReport::reallocated;
const Count pending = &SelfReport::pending;
const Count wear = &SelfReport::wearPercent;
const Count spare = &SelfReport::sparePercent;
const Count threshold = &SelfReport::spareThreshold;
const Count warning = &SelfReport::criticalWarning;

}  // namespace

BOOST_AUTO_TEST_SUITE(drive_health_test)

BOOST_AUTO_TEST_CASE(a_drive_that_says_nothing_is_of_unknown_health) {
    BOOST_TEST(verdictOn({}) == "unknown");
    BOOST_TEST(verdictOn({}, {{&SelfReport::hours, 12}, {reallocated, 0}, {pending, 0}}) == "unknown");
}

BOOST_AUTO_TEST_CASE(a_drive_that_calls_itself_well_is_ok) {
    BOOST_TEST(verdictOn(true) == "ok");
    BOOST_TEST(verdictOn({}, {{wear, 99}, {warning, 0}}) == "ok");
}

BOOST_AUTO_TEST_CASE(a_drive_that_calls_itself_failing_fails_whatever_it_counts) {
    BOOST_TEST(verdictOn(false, {{reallocated, 0}, {pending, 0}}) == "failing");
    BOOST_TEST(verdictOn(true, {{warning, 16}}) == "failing");
    BOOST_TEST(verdictOn(false, {{reallocated, 2000}}) == "failing");
}

BOOST_AUTO_TEST_CASE(more_than_ten_reallocated_or_forty_pending_sectors_warn) {
    BOOST_TEST(verdictOn(true, {{reallocated, 10}, {pending, 40}}) == "ok");
    BOOST_TEST(verdictOn(true, {{reallocated, 11}}) == "worn");
    BOOST_TEST(verdictOn(true, {{pending, 41}}) == "worn");
    BOOST_TEST(verdictOn({}, {{reallocated, 11}}) == "worn");
}

BOOST_AUTO_TEST_CASE(flash_is_worn_when_its_promised_life_is_used_up) {
    BOOST_TEST(verdictOn(true, {{wear, 100}}) == "worn");
    BOOST_TEST(verdictOn(true, {{wear, 255}}) == "worn");
}

BOOST_AUTO_TEST_CASE(flash_without_enough_spare_fails) {
    BOOST_TEST(verdictOn(true, {{spare, 10}, {threshold, 10}}) == "ok");
    BOOST_TEST(verdictOn(true, {{spare, 9}, {threshold, 10}}) == "failing");
    BOOST_TEST(verdictOn(true, {{spare, 9}}) == "ok");
}

BOOST_AUTO_TEST_SUITE_END()
