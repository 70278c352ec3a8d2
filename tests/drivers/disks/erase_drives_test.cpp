#include "drivers/disks/erase_drives.h"

#include <fcntl.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>

#include "drivers/disks/open_drive.h"
#include "tests/support/only_with_drives.h"
#include "tests/support/temporary_folder.h"

// Real block devices of the kernel. What bad sectors and dying drives do is in flaky_drives_test.

using namespace remise;
using namespace drivers::disks;
using test::LoopDrive;
using test::TemporaryFolder;

namespace {

constexpr std::uint64_t bytes = 8 * 1024 * 1024 + 512;
constexpr std::string_view secret = "a medical file, ";

EraseOrder orderFor(std::vector<std::string> serials) {
    EraseOrder order;
    order.serials = std::move(serials);
    order.look.notHardware = Take::yes;
    return order;
}

/// What the order asked for; the computer's own drives follow it.
std::vector<DriveReport> erased(const EraseOrder& order, const Hooks& hooks = {}) {
    auto reports = eraseDrives(order, hooks);
    BOOST_REQUIRE(reports.size() >= order.serials.size());
    for (std::size_t n = order.serials.size(); n < reports.size(); ++n)
        BOOST_TEST((reports[n].ending == Ending::skipped));
    reports.resize(order.serials.size());
    return reports;
}

struct Drives {
    TemporaryFolder folder;
    LoopDrive first{folder.path(), "drive-first", bytes, secret};
    LoopDrive second{folder.path(), "drive-second", bytes, secret};
};

const boost::unit_test::precondition asRoot(test::onlyWithDrives);

}  // namespace

BOOST_AUTO_TEST_SUITE(erase_drives_test, *asRoot)

BOOST_AUTO_TEST_CASE(nothing_is_left_of_what_a_drive_held) {
    const Drives drives;
    const DriveReport report = erased(orderFor({drives.first.serial()})).at(0);
    BOOST_TEST((report.ending == Ending::erased));
    BOOST_TEST((report.level == Level::clear));
    BOOST_TEST(report.drive.bytes == bytes);
    BOOST_TEST(report.badSectors == 0u);
    BOOST_REQUIRE_EQUAL(report.steps.size(), 1u);
    BOOST_TEST(report.steps[0].bytes == bytes);
    BOOST_REQUIRE(report.verification);
    BOOST_TEST(report.verification->bytes == bytes);
    BOOST_TEST(report.verification->startedAt >= report.steps[0].endedAt);
    BOOST_TEST((drives.first.content() == std::string(bytes, '\0')));
}

BOOST_AUTO_TEST_CASE(a_drive_that_nobody_asked_for_keeps_every_byte) {
    const Drives drives;
    const auto before = drives.second.content();
    const auto reports = eraseDrives(orderFor({drives.first.serial()}));
    BOOST_TEST((drives.second.content() == before));
    const auto other = std::ranges::find(reports, drives.second.serial(),
                                         [](const auto& one) { return one.drive.identity.serial; });
    BOOST_REQUIRE((other != reports.end()));
    BOOST_TEST((other->reason == Reason::notInJob));
}

BOOST_AUTO_TEST_CASE(several_drives_are_erased_at_once) {
    const Drives drives;
    for (const DriveReport& report : erased(orderFor({drives.first.serial(), drives.second.serial()})))
        BOOST_TEST((report.ending == Ending::erased));
    for (const LoopDrive* drive : {&drives.first, &drives.second})
        BOOST_TEST((drive->content() == std::string(bytes, '\0')));
}

BOOST_AUTO_TEST_CASE(a_drive_that_is_not_there_is_skipped_and_said_so) {
    const DriveReport report = erased(orderFor({"drive-elsewhere"})).at(0);
    BOOST_TEST((report.ending == Ending::skipped));
    BOOST_TEST((report.reason == Reason::notFound));
    BOOST_TEST(report.drive.identity.serial == "drive-elsewhere");
}

BOOST_AUTO_TEST_CASE(a_loop_device_is_no_drive_unless_tests_say_so) {
    const Drives drives;
    EraseOrder order = orderFor({drives.first.serial()});
    order.look.notHardware = Take::no;
    BOOST_TEST((erased(order).at(0).reason == Reason::notFound));
    BOOST_TEST((drives.first.content().starts_with(secret)));
}

BOOST_AUTO_TEST_CASE(a_drive_that_another_program_has_for_itself_is_left_alone) {
    const Drives drives;
    const int taken = open(drives.first.device().c_str(), O_RDONLY | O_EXCL | O_CLOEXEC);
    BOOST_REQUIRE(taken >= 0);
    const DriveReport report = erased(orderFor({drives.first.serial()})).at(0);
    close(taken);
    BOOST_TEST((report.ending == Ending::skipped));
    BOOST_TEST((report.reason == Reason::held));
    BOOST_TEST((drives.first.content().starts_with(secret)));
}

BOOST_AUTO_TEST_CASE(a_name_that_leads_to_another_drive_is_noticed_on_the_open_drive) {
    const Drives drives;
    Drive drive;
    drive.path = drives.second.device();
    drive.identity.serial = drives.first.serial();
    const Opening opening = openDrive(drive, Access::write);
    BOOST_TEST(!opening.drive);
    BOOST_TEST((opening.reason == Reason::serialChanged));
}

BOOST_AUTO_TEST_CASE(whoever_stops_it_gets_an_aborted_drive_and_never_an_erased_one) {
    const Drives drives;
    for (const Phase phase : {Phase::preparing, Phase::overwriting, Phase::verifying}) {
        bool stop = false;
        Hooks hooks;
        hooks.shallStop = [&] { return stop; };
        hooks.onProgress = [&](const Progress& progress) { stop = stop || progress.phase == phase; };
        const DriveReport report = erased(orderFor({drives.first.serial()}), hooks).at(0);
        BOOST_TEST((report.ending == Ending::aborted), phaseName(phase));
        BOOST_TEST((report.reason == Reason::stopped));
        BOOST_TEST(!report.level);
    }
}

BOOST_AUTO_TEST_CASE(progress_is_told_from_the_beginning_to_the_end) {
    const Drives drives;
    std::vector<Progress> told;
    Hooks hooks;
    hooks.onProgress = [&](const Progress& progress) {
        if (progress.serial == drives.first.serial()) told.push_back(progress);
    };
    erased(orderFor({drives.first.serial()}), hooks);
    BOOST_REQUIRE(told.size() >= 4u);
    BOOST_TEST((told.front().phase == Phase::preparing));
    BOOST_TEST((told.back().phase == Phase::ended));
    BOOST_TEST((told.back().ending == Ending::erased));
    BOOST_TEST(told.back().bytes == bytes);
    for (std::size_t n = 1; n < told.size(); ++n)
        BOOST_TEST((told[n].phase >= told[n - 1].phase));
}

BOOST_AUTO_TEST_CASE(samples_read_a_tenth_of_the_drive_in_two_thousand_places) {
    const TemporaryFolder folder;
    constexpr std::uint64_t large = 128 * 1024 * 1024;
    const LoopDrive drive(folder.path(), "drive-large", large, secret);
    EraseOrder order = orderFor({drive.serial()});
    order.verification = Extent::sampled;
    const DriveReport report = erased(order).at(0);
    BOOST_TEST((report.ending == Ending::erased));
    BOOST_TEST(report.steps.at(0).bytes == large);
    BOOST_TEST(report.verification->places == 2002u);
    BOOST_TEST(report.verification->bytes > large / 11);
    BOOST_TEST(report.verification->bytes < large / 8);
}

BOOST_AUTO_TEST_CASE(reading_again_finds_one_wrong_byte_and_changes_nothing) {
    const Drives drives;
    const DriveReport before = erased(orderFor({drives.first.serial()})).at(0);
    BOOST_REQUIRE((before.ending == Ending::erased));
    const Expected zeros{{drives.first.serial(), Fill::zeros()}};
    BOOST_TEST((verifyDrives(orderFor({drives.first.serial()}), zeros).at(0).ending == Ending::verified));
    drives.first.change(bytes - 1, "x");
    const DriveReport after = verifyDrives(orderFor({drives.first.serial()}), zeros).at(0);
    BOOST_TEST((after.ending == Ending::failed));
    BOOST_TEST((after.reason == Reason::verificationFailed));
    BOOST_TEST(after.verification->mismatches == 1u);
    BOOST_TEST(drives.first.content().back() == 'x');
}

BOOST_AUTO_TEST_SUITE_END()
