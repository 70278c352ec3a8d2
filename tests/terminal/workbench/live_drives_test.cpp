#include "terminal/workbench/live_drives.h"

#include <boost/test/unit_test.hpp>

#include "server/wire/json.h"

using namespace remise;
using namespace remise::drivers::disks;
using domain::Value;

namespace {

Progress writing() {
    Progress progress;
    progress.serial = "S29";
    progress.phase = Phase::overwriting;
    progress.bytes = 25;
    progress.ofBytes = 100;
    return progress;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(live_drives_test)

BOOST_AUTO_TEST_CASE(a_drive_that_is_tried_again_no_longer_shows_why_it_failed_before) {
    Value rows = *wire::readJson(R"([{"serial":"S29","state":"unproven","reason":"clear_not_accepted"}])");
    workbench::showProgress(rows, writing());
    BOOST_TEST(rows.array()[0].textOr("state") == "erasing");
    BOOST_TEST(!rows.array()[0].has("reason"));
    BOOST_TEST(rows.array()[0].integerOr("permil", 0) == 125, "reading it again is the other half");
}

BOOST_AUTO_TEST_CASE(a_drive_that_failed_says_why) {
    Value rows = *wire::readJson(R"([{"serial":"S29","state":"erasing"}])");
    Progress progress = writing();
    progress.phase = Phase::ended;
    progress.ending = Ending::failed;
    progress.reason = Reason::unreadableSectors;
    workbench::showProgress(rows, progress);
    BOOST_TEST(rows.array()[0].textOr("state") == "failed");
    BOOST_TEST(rows.array()[0].textOr("reason") == "unreadable_sectors");
}

BOOST_AUTO_TEST_CASE(a_stick_beside_that_is_left_alone_is_not_shown) {
    Value rows = Value::Array{};
    Progress progress = writing();
    progress.phase = Phase::ended;
    progress.ending = Ending::skipped;
    progress.reason = Reason::removable;
    workbench::showProgress(rows, progress);
    BOOST_TEST(rows.array().empty());
}

BOOST_AUTO_TEST_SUITE_END()
