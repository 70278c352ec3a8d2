#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/disks/nvme/firmware.h"
#include "drivers/disks/nvme/identify.h"
#include "tests/drivers/disks/pretended_nvme.h"

using namespace remise;
using namespace drivers::disks;
using test::PretendedNvme;

namespace {

struct Bench {
    PretendedNvme* drive = new PretendedNvme;  // the firmware's
    int erasures = 0;
    nvme::NvmeFirmware firmware{std::unique_ptr<nvme::Line>(drive), 1};

    Bench() {
        drive->erase = [this] { ++erasures; };
    }
    Attempt attempt(Method method) {
        Waiting waiting;
        waiting.betweenLooks = std::chrono::milliseconds(0);
        return firmware.attempt(method, waiting);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(nvme_firmware_test)

BOOST_AUTO_TEST_CASE(a_drive_offers_its_best_first) {
    Bench bench;
    bench.drive->canSanitizeBlock = bench.drive->canSanitizeCrypto = bench.drive->canFormat = true;
    BOOST_TEST((bench.firmware.methods() ==
                std::vector{Method::nvmeSanitizeBlock, Method::nvmeSanitizeCrypto, Method::nvmeFormat}));
    BOOST_TEST(nvme::identify(*bench.drive)->identity.serial == "PRETENDED-NVME");
}

BOOST_AUTO_TEST_CASE(a_drive_with_a_second_name_space_offers_nothing_that_would_reach_it) {
    Bench bench;
    bench.drive->canSanitizeBlock = bench.drive->canFormat = true;
    bench.drive->nameSpaces = 2;
    BOOST_TEST(bench.firmware.methods().empty());
}

BOOST_DATA_TEST_CASE(sanitizing_is_waited_for,
                     boost::unit_test::data::make({static_cast<int>(Method::nvmeSanitizeBlock),
                                                   static_cast<int>(Method::nvmeSanitizeCrypto)}),
                     method) {
    Bench bench;
    bench.drive->canSanitizeBlock = bench.drive->canSanitizeCrypto = true;
    const Attempt attempt = bench.attempt(static_cast<Method>(method));
    BOOST_TEST((attempt.result == StepResult::done));
    BOOST_TEST(attempt.before == "never sanitized");
    BOOST_TEST(attempt.after == "sanitize completed");
    BOOST_TEST(bench.erasures == 1);
}

BOOST_AUTO_TEST_CASE(a_sanitizing_that_fails_or_is_refused_has_not_erased) {
    Bench bench;
    bench.drive->canSanitizeBlock = bench.drive->failsToSanitize = true;
    BOOST_TEST((bench.attempt(Method::nvmeSanitizeBlock).result == StepResult::failed));
    BOOST_TEST((bench.attempt(Method::nvmeSanitizeCrypto).result == StepResult::refused));
    BOOST_TEST(bench.erasures == 0);
}

BOOST_AUTO_TEST_CASE(a_drive_locked_by_an_earlier_failure_is_freed_first) {
    Bench bench;
    bench.drive->canSanitizeBlock = bench.drive->failsToSanitize = true;
    BOOST_REQUIRE((bench.attempt(Method::nvmeSanitizeBlock).result == StepResult::failed));
    bench.drive->failsToSanitize = false;
    const Attempt again = bench.attempt(Method::nvmeSanitizeBlock);
    BOOST_TEST(again.before == "sanitize failed");
    BOOST_TEST((again.result == StepResult::done));
}

BOOST_AUTO_TEST_CASE(formatting_keeps_the_sectors_as_they_are_and_erases_what_they_hold) {
    Bench bench;
    bench.drive->canFormat = true;
    BOOST_TEST((bench.attempt(Method::nvmeFormat).result == StepResult::done));
    // LBA format 2, metadata at the end, protection 2 and first, secure erase of user data.
    BOOST_TEST(bench.drive->lastFormat == (2u | 1u << 4 | 2u << 5 | 1u << 8 | 1u << 9));
    bench.drive->refuses = true;
    const Attempt refused = bench.attempt(Method::nvmeFormat);
    BOOST_TEST((refused.result == StepResult::refused));
    BOOST_TEST(refused.after == "format status 2");
}

BOOST_AUTO_TEST_CASE(what_no_name_space_has_is_hidden) {
    Bench bench;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::none));
    bench.drive->managesNameSpaces = true;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::unknown));
    bench.drive->bytes = 1'000'000'512;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::none));
    bench.drive->unallocated = 512'000;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::left));
    BOOST_TEST(bench.firmware.openHiddenArea().sectors == 1'000u);
}

BOOST_AUTO_TEST_CASE(a_drive_that_does_not_say_its_size_has_to_say_that_it_has_no_other_name_space) {
    Bench bench;
    bench.drive->managesNameSpaces = true;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::unknown));
    bench.drive->allNameSpaces = 1;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::none));
    bench.drive->allNameSpaces = 2;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::left));
}

BOOST_AUTO_TEST_SUITE_END()
