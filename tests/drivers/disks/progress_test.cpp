#include "drivers/disks/progress.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::disks;
using namespace std::chrono_literals;

namespace {

constexpr std::uint64_t megabyte = 1'000'000;
const Speed::Clock::time_point start{};

}  // namespace

BOOST_AUTO_TEST_SUITE(progress_test)

BOOST_AUTO_TEST_CASE(speed_is_not_known_before_something_was_done) {
    Speed speed;
    speed.note(0, start);
    BOOST_TEST(speed.bytesPerSecond() == 0u);
}

BOOST_AUTO_TEST_CASE(a_steady_drive_has_its_speed_from_the_first_look_on) {
    Speed speed;
    for (unsigned half = 0; half < 20; ++half) {
        speed.note(half * 50 * megabyte, start + half * 500ms);
        if (half > 0) BOOST_TEST(speed.bytesPerSecond() == 100 * megabyte);
    }
}

BOOST_AUTO_TEST_CASE(a_drive_that_becomes_slow_is_seen_to_be_within_seconds) {
    Speed speed;
    speed.note(0, start);
    speed.note(1'000 * megabyte, start + 10s);
    speed.note(1'100 * megabyte, start + 20s);
    BOOST_TEST(speed.bytesPerSecond() > 10 * megabyte);
    BOOST_TEST(speed.bytesPerSecond() < 30 * megabyte);
}

BOOST_AUTO_TEST_CASE(progress_is_told_in_whole_numbers) {
    Progress progress{"S1", "/dev/sda", Phase::verifying, 5, 10, 2, 2s, 1, {}, Reason::none};
    BOOST_TEST(
        remise::domain::canonicalJson(valueOf(progress)) ==
        R"({"bad_sectors":1,"bytes":5,"bytes_per_second":2,"device":"/dev/sda","of_bytes":10,"phase":"verifying",)"
        R"("seconds_left":2,"serial":"S1"})");
    progress.phase = Phase::ended;
    progress.ending = Ending::failed;
    progress.reason = Reason::vanished;
    BOOST_TEST(valueOf(progress).textOr("outcome") == "failed");
    BOOST_TEST(valueOf(progress).textOr("reason") == "vanished");
}

BOOST_AUTO_TEST_SUITE_END()
