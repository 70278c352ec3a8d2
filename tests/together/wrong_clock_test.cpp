#include "tests/together/wrong_clock.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "db/command_store.h"
#include "db/pool.h"
#include "tests/terminal/small_server.h"
#include "tests/together/desk.h"

using namespace remise;
using namespace remise::test;
using namespace std::chrono_literals;

namespace {

constexpr domain::Milliseconds hour = 3'600'000;

domain::Milliseconds now() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

struct Workshop : House {
    std::string laptop = receivedLaptop(), badge = newWorker(), token = newTerminal();
    TemporaryFolder disk;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(wrong_clock_test, Workshop)

BOOST_DATA_TEST_CASE(work_counts_when_it_was_done_and_the_manager_hears_of_the_clock,
                     boost::unit_test::data::make({-72, 72}), hoursOff) {
    std::unique_ptr<Desk> desk;
    const auto right = now();
    {
        const WrongClock wrong(std::chrono::hours{hoursOff});
        BOOST_REQUIRE(std::abs(now() - right - hoursOff * hour) < hour);
        desk = std::make_unique<Desk>(*this, token, disk.path());
        desk->signIn(badge, "sorting");
        desk->scan(laptop);
        desk->cutOff();
        desk->answer({0, 0, 0});
        desk->comeBack();
        desk->undo();
        waitUntil([&] { return desk->outbox().waiting() == 0; });
    }
    BOOST_TEST(kindsOf(laptop) == "receive sort undo", "nothing is refused for its clock");
    const auto stored = db::readCommands(*pool().take(), {desk->kept().at(0).id}).at(0);
    BOOST_TEST(stored.claimedAt == desk->kept()[0].at);
    BOOST_TEST(std::abs(stored.claimedAt - right - hoursOff * hour) < hour);
    BOOST_TEST(std::abs(stored.correctedAt - right) < hour);
    BOOST_TEST(stored.correctedAt <= stored.recordedAt, "never later than now");
    waitUntil([&] { return hasAlert("clock_skew"); });
    BOOST_TEST(isWhole());
}

BOOST_AUTO_TEST_SUITE_END()
