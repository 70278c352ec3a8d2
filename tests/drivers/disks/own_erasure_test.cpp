#include <boost/test/unit_test.hpp>

#include "drivers/disks/ata/firmware.h"
#include "drivers/disks/erase_drives.h"
#include "drivers/disks/nvme/firmware.h"
#include "tests/drivers/disks/pretended_ata.h"
#include "tests/drivers/disks/pretended_nvme.h"
#include "tests/support/only_with_drives.h"
#include "tests/support/temporary_folder.h"

// Drives that erase themselves: the registers are pretended, the medium is a real block device.

using namespace remise;
using namespace drivers::disks;
using test::LoopDrive;

namespace {

constexpr std::uint64_t bytes = 8 * 1024 * 1024;
constexpr std::string_view secret = "a medical file, ";

struct Bench {
    test::TemporaryFolder folder;
    LoopDrive medium{folder.path(), "drive-own", bytes, secret};

    test::PretendedAta* ata = new test::PretendedAta;
    int sleeps = 0;
    EraseOrder order;

    Bench() {
        ata->erase = [this] { medium.change(0, std::string(bytes, '\0')); };
        order.serials = {medium.serial()};
        order.look.notHardware = Take::yes;
        order.betweenLooks = std::chrono::milliseconds(0);
        order.firmware = [this](const std::shared_ptr<OpenDrive>& drive) -> std::unique_ptr<Firmware> {
            if (drive->drive().identity.serial != medium.serial()) return nullptr;
            return std::make_unique<ata::AtaFirmware>(std::make_unique<Lent>(*ata), [] {});
        };
        order.sleep = [this] {
            ++sleeps;
            ata->isFrozen = false;
            return true;
        };
    }
    ~Bench() { delete ata; }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    DriveReport erase() { return eraseDrives(order).at(0); }

    class Lent : public ata::Line {
    public:
        explicit Lent(test::PretendedAta& drive) : m_drive(drive) {}
        std::optional<ata::Reply> send(const ata::Command& command, std::span<std::uint8_t> data,
                                       std::chrono::seconds patience) override {
            return m_drive.send(command, data, patience);
        }

    private:
        test::PretendedAta& m_drive;
    };
};

std::vector<Method> methodsOf(const DriveReport& report) {
    std::vector<Method> methods;
    for (const Step& step : report.steps)
        methods.push_back(step.method);
    return methods;
}

std::string ended(const DriveReport& report) {
    return std::string(endingName(report.ending)) + " " + std::string(reasonName(report.reason));
}

bool holdsTheSecret(const Bench& bench) {
    return bench.medium.content().find(secret) != std::string::npos;
}

const boost::unit_test::precondition asRoot(test::onlyWithDrives);

}  // namespace

BOOST_AUTO_TEST_SUITE(own_erasure_test, *asRoot)

BOOST_AUTO_TEST_CASE(a_disk_that_overwrites_itself_is_purged_and_read_again) {
    Bench bench;
    bench.ata->isSolidState = false;
    bench.ata->canOverwrite = true;
    const DriveReport report = bench.erase();
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");
    BOOST_TEST((report.level == Level::purge));
    BOOST_TEST((methodsOf(report) == std::vector{Method::ataSanitizeOverwrite}));
    BOOST_TEST(report.verification->expected == "zero");
    BOOST_TEST(report.verification->bytes == bytes);
    BOOST_TEST((report.hidden->state == HiddenArea::State::none));
}

BOOST_AUTO_TEST_CASE(a_solid_state_drive_that_erases_its_blocks_is_purged_and_filled_after) {
    Bench bench;
    bench.ata->canBlockErase = true;
    const DriveReport report = bench.erase();
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");
    BOOST_TEST((report.level == Level::purge));
    BOOST_TEST((report.drive.medium == Medium::ssd));
    BOOST_TEST((methodsOf(report) == std::vector{Method::ataSanitizeBlock, Method::overwriteRandom}));
    BOOST_TEST(report.verification->expected == "random");
    BOOST_TEST(!holdsTheSecret(bench));
}

BOOST_AUTO_TEST_CASE(a_drive_that_says_it_is_done_and_has_done_nothing_is_not_believed) {
    Bench bench;
    bench.ata->canBlockErase = true;
    bench.ata->erase = [] {};
    const DriveReport report = bench.erase();
    BOOST_TEST((report.steps.at(0).result == StepResult::failed));
    BOOST_TEST(report.steps.at(0).stateAfter == "sanitize completed, what was written before is still there");
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");  // by our own pass
    BOOST_TEST((report.level == Level::clear));
    BOOST_TEST(!holdsTheSecret(bench));
}

BOOST_AUTO_TEST_CASE(a_drive_that_erases_half_of_itself_is_not_believed) {
    Bench bench;
    bench.ata->canBlockErase = true;
    bench.ata->erase = [&] { bench.medium.change(0, std::string(bytes / 2, '\0')); };
    const DriveReport report = bench.erase();
    BOOST_TEST((report.steps.at(0).result == StepResult::failed));
    BOOST_TEST((report.level == Level::clear));
}

BOOST_AUTO_TEST_CASE(a_disk_that_leaves_one_byte_when_it_overwrites_itself_is_overwritten_by_us) {
    Bench bench;
    bench.ata->isSolidState = false;
    bench.ata->canOverwrite = true;
    bench.ata->erase = [&] {
        bench.medium.change(0, std::string(bytes, '\0'));
        bench.medium.change(5'000'000, "x");
    };
    const DriveReport report = bench.erase();
    BOOST_TEST((methodsOf(report) == std::vector{Method::ataSanitizeOverwrite, Method::overwriteZero}));
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");
    BOOST_TEST((report.level == Level::clear));
    BOOST_TEST((bench.medium.content() == std::string(bytes, '\0')));
}

BOOST_AUTO_TEST_CASE(what_a_drive_refuses_is_followed_by_its_next_best) {
    Bench bench;
    bench.ata->canBlockErase = bench.ata->refusesToSanitize = bench.ata->hasSecurity = true;
    const DriveReport report = bench.erase();
    BOOST_TEST((methodsOf(report) ==
                std::vector{Method::ataSanitizeBlock, Method::ataSecurityErase, Method::overwriteRandom}));
    BOOST_TEST((report.steps.at(0).result == StepResult::refused));
    BOOST_TEST((report.steps.at(1).result == StepResult::done));
    BOOST_TEST((report.level == Level::clear));
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");
}

BOOST_AUTO_TEST_CASE(a_password_forgotten_without_erasing_is_found_out) {
    Bench bench;
    bench.ata->hasSecurity = bench.ata->forgetsWithoutErasing = true;
    BOOST_TEST((bench.erase().steps.at(0).result == StepResult::failed));
}

BOOST_AUTO_TEST_CASE(a_frozen_drive_whose_best_needs_it_makes_the_computer_sleep_once) {
    Bench bench;
    bench.ata->hasSecurity = bench.ata->isFrozen = true;
    const DriveReport report = bench.erase();
    BOOST_TEST(bench.sleeps == 1);
    BOOST_TEST((report.steps.at(0).result == StepResult::done));
    Bench better;
    better.ata->hasSecurity = better.ata->isFrozen = better.ata->canBlockErase = true;
    better.erase();
    BOOST_TEST(better.sleeps == 0);
}

BOOST_AUTO_TEST_CASE(a_frozen_drive_that_sleep_does_not_free_is_overwritten) {
    Bench bench;
    bench.ata->hasSecurity = bench.ata->isFrozen = true;
    bench.order.sleep = [] { return false; };
    const DriveReport report = bench.erase();
    BOOST_TEST((report.steps.at(0).result == StepResult::refused));
    BOOST_TEST(report.steps.at(0).stateAfter == "security off, frozen");
    BOOST_TEST((report.level == Level::clear));
}

BOOST_AUTO_TEST_CASE(a_drive_that_keeps_sectors_hidden_is_overwritten_and_fails) {
    Bench bench;
    bench.ata->isSolidState = false;
    bench.ata->hasProtectedArea = bench.ata->keepsHidden = true;
    bench.ata->nativeSectors = 20'000;
    const DriveReport report = bench.erase();
    BOOST_TEST((report.ending == Ending::failed));
    BOOST_TEST((report.reason == Reason::hiddenAreaLeft));
    BOOST_TEST(!report.level);
    BOOST_TEST(!holdsTheSecret(bench));
}

BOOST_AUTO_TEST_CASE(what_a_drive_gives_back_and_the_kernel_does_not_see_fails_it) {
    Bench bench;
    bench.ata->hasProtectedArea = true;
    bench.ata->nativeSectors = 20'000;  // and the medium stays as small as it was
    const DriveReport report = bench.erase();
    BOOST_TEST(bench.ata->sectors == 20'000u);
    BOOST_TEST(ended(report) == "failed hidden_area_left");
}

BOOST_AUTO_TEST_CASE(whoever_stops_a_drive_that_erases_itself_gets_an_aborted_one) {
    Bench bench;
    bench.ata->canBlockErase = bench.ata->neverEnds = true;
    bool stop = false;
    Hooks hooks;
    hooks.shallStop = [&] { return stop; };
    hooks.onProgress = [&](const Progress& progress) { stop = stop || progress.phase == Phase::firmware; };
    const DriveReport report = eraseDrives(bench.order, hooks).at(0);
    BOOST_TEST((report.ending == Ending::aborted));
    BOOST_TEST((report.steps.at(0).result == StepResult::stopped));
}

BOOST_AUTO_TEST_CASE(an_nvme_drive_that_sanitizes_itself_is_purged_with_what_no_name_space_has) {
    Bench bench;
    bench.order.firmware = [&](const std::shared_ptr<OpenDrive>&) -> std::unique_ptr<Firmware> {
        auto drive = std::make_unique<test::PretendedNvme>();
        drive->canSanitizeBlock = drive->managesNameSpaces = true;
        drive->bytes = bytes;
        drive->unallocated = 512'000;
        drive->erase = [&] { bench.medium.change(0, std::string(bytes, '\xff')); };
        return std::make_unique<nvme::NvmeFirmware>(std::move(drive), 1);
    };
    const DriveReport report = bench.erase();
    BOOST_TEST((methodsOf(report) == std::vector{Method::nvmeSanitizeBlock, Method::overwriteRandom}));
    BOOST_REQUIRE_EQUAL(ended(report), "erased ");
    BOOST_TEST((report.level == Level::purge));
    BOOST_TEST((report.hidden->state == HiddenArea::State::removed));
}

BOOST_AUTO_TEST_SUITE_END()
