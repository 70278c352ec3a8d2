#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "drivers/disks/ata/firmware.h"
#include "drivers/disks/ata/identify.h"
#include "tests/drivers/disks/pretended_ata.h"

// What no emulator offers: a pretended drive answers as ACS-3 says. What that is worth on a medium is in
// own_erasure_test.

using namespace remise;
using namespace drivers::disks;
using test::PretendedAta;

namespace {

/// The drive stays with the test, which looks into it.
class Borrowed : public ata::Line {
public:
    explicit Borrowed(PretendedAta& drive) : m_drive(drive) {}
    std::optional<ata::Reply> send(const ata::Command& command, std::span<std::uint8_t> data,
                                   std::chrono::seconds patience) override {
        return m_drive.send(command, data, patience);
    }

private:
    PretendedAta& m_drive;
};

struct Bench {
    PretendedAta drive;
    int rescans = 0;
    int erasures = 0;
    bool stop = false;
    std::vector<unsigned> progress;
    ata::AtaFirmware firmware{std::make_unique<Borrowed>(drive), [this] { ++rescans; }};

    Bench() {
        drive.erase = [this] { ++erasures; };
    }
    Attempt attempt(Method method) {
        Waiting waiting;
        waiting.betweenLooks = std::chrono::milliseconds(0);
        waiting.shallStop = [this] { return stop; };
        waiting.onProgress = [this](unsigned done) { progress.push_back(done); };
        return firmware.attempt(method, waiting);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(ata_firmware_test)

BOOST_AUTO_TEST_CASE(a_drive_says_who_it_is_and_what_it_can) {
    Bench bench;
    bench.drive.canBlockErase = bench.drive.hasSecurity = true;
    const auto read = ata::identify(bench.drive);
    BOOST_REQUIRE(read);
    BOOST_TEST(read->identity.serial == "PRETENDED-1");
    BOOST_TEST(read->identity.model == "PRETENDED DRIVE");
    BOOST_TEST(read->sectors == 16'384u);
    BOOST_TEST(read->isSolidState);
    BOOST_TEST(read->canBlockErase);
    BOOST_TEST(!read->canOverwrite);
    BOOST_TEST(read->hasSecurity);
    BOOST_TEST((read->eraseTime == std::chrono::minutes(2)));
}

BOOST_AUTO_TEST_CASE(a_turning_disk_offers_to_overwrite_itself_and_nothing_less) {
    Bench bench;
    bench.drive.isSolidState = false;
    bench.drive.canOverwrite = bench.drive.canCryptoScramble = bench.drive.hasSecurity = true;
    BOOST_TEST((bench.firmware.methods() == std::vector{Method::ataSanitizeOverwrite}));
    BOOST_TEST((bench.firmware.medium() == Medium::hdd));
}

BOOST_AUTO_TEST_CASE(a_solid_state_drive_offers_its_best_first) {
    Bench bench;
    bench.drive.canBlockErase = bench.drive.canCryptoScramble = bench.drive.hasSecurity = true;
    BOOST_TEST((bench.firmware.methods() ==
                std::vector{Method::ataSanitizeBlock, Method::ataSanitizeCrypto, Method::ataSecurityErase}));
}

BOOST_DATA_TEST_CASE(sanitizing_is_waited_for_and_told, boost::unit_test::data::make({0, 1, 2}), number) {
    const auto method = static_cast<Method>(number);
    Bench bench;
    bench.drive.canOverwrite = bench.drive.canBlockErase = bench.drive.canCryptoScramble = true;
    bench.drive.looksUntilDone = 4;
    const Attempt attempt = bench.attempt(method);
    BOOST_TEST((attempt.result == StepResult::done));
    BOOST_TEST(attempt.before == "sanitize not completed");
    BOOST_TEST(attempt.after == "sanitize completed");
    BOOST_TEST(bench.erasures == 1);
    BOOST_TEST(bench.progress == (std::vector<unsigned>{0x4000, 0x8000, 0xc000}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_drive_that_refuses_to_sanitize_or_fails_has_not_erased) {
    Bench refusing;
    refusing.drive.canBlockErase = refusing.drive.refusesToSanitize = true;
    BOOST_TEST((refusing.attempt(Method::ataSanitizeBlock).result == StepResult::refused));
    Bench failing;
    failing.drive.canBlockErase = failing.drive.failsToSanitize = true;
    BOOST_TEST((failing.attempt(Method::ataSanitizeBlock).result == StepResult::failed));
    BOOST_TEST(failing.erasures == 0);
}

BOOST_AUTO_TEST_CASE(an_earlier_completion_does_not_stand_for_this_one) {
    Bench bench;
    bench.drive.canBlockErase = true;
    BOOST_REQUIRE((bench.attempt(Method::ataSanitizeBlock).result == StepResult::done));
    bench.drive.refusesToSanitize = true;
    const Attempt again = bench.attempt(Method::ataSanitizeBlock);
    BOOST_TEST(again.before == "sanitize completed");
    BOOST_TEST((again.result == StepResult::refused));
}

BOOST_AUTO_TEST_CASE(a_drive_that_never_ends_is_stopped_by_somebody) {
    Bench bench;
    bench.drive.canBlockErase = bench.drive.neverEnds = true;
    Waiting waiting;
    waiting.betweenLooks = std::chrono::milliseconds(0);
    waiting.onProgress = [&](unsigned) { bench.stop = true; };
    waiting.shallStop = [&] { return bench.stop; };
    const Attempt attempt = bench.firmware.attempt(Method::ataSanitizeBlock, waiting);
    BOOST_TEST((attempt.result == StepResult::stopped));
    BOOST_TEST(attempt.after == "sanitize in progress");
}

BOOST_AUTO_TEST_CASE(a_drive_that_falls_silent_is_given_up) {
    Bench bench;
    bench.drive.canBlockErase = bench.drive.neverEnds = true;
    Waiting waiting;
    waiting.betweenLooks = std::chrono::milliseconds(0);
    waiting.onProgress = [&](unsigned) { bench.drive.isSilent = true; };
    BOOST_TEST((bench.firmware.attempt(Method::ataSanitizeBlock, waiting).result == StepResult::timeout));
}

BOOST_AUTO_TEST_CASE(a_security_erase_is_done_when_the_drive_has_forgotten_the_password) {
    Bench bench;
    bench.drive.hasSecurity = true;
    const Attempt attempt = bench.attempt(Method::ataSecurityErase);
    BOOST_TEST((attempt.result == StepResult::done));
    BOOST_TEST(attempt.before == "security on");
    BOOST_TEST(attempt.after == "security off");
    BOOST_TEST(bench.erasures == 1);
}

BOOST_AUTO_TEST_CASE(a_good_answer_to_a_security_erase_that_was_refused_is_not_believed) {
    Bench bench;
    bench.drive.hasSecurity = bench.drive.refusesToErase = bench.drive.answersWellWhatItRefuses = true;
    const Attempt attempt = bench.attempt(Method::ataSecurityErase);
    BOOST_TEST((attempt.result == StepResult::failed));
    BOOST_TEST(bench.erasures == 0);
    BOOST_TEST(!bench.drive.isSecured);  // no drive is left with a password of ours
}

BOOST_AUTO_TEST_CASE(a_frozen_or_locked_drive_refuses_and_gets_no_password) {
    for (const bool isFrozen : {true, false}) {
        Bench bench;
        bench.drive.hasSecurity = true;
        bench.drive.isFrozen = isFrozen;
        bench.drive.isLocked = bench.drive.isSecured = !isFrozen;
        const Attempt attempt = bench.attempt(Method::ataSecurityErase);
        BOOST_TEST((attempt.result == StepResult::refused));
        BOOST_TEST(attempt.after == (isFrozen ? "security off, frozen" : "security on, locked"));
        BOOST_TEST(bench.drive.isSecured == !isFrozen);
        BOOST_TEST(bench.firmware.isFrozen() == isFrozen);
    }
}

BOOST_AUTO_TEST_CASE(a_drive_that_hides_nothing_says_so_and_is_not_disturbed) {
    Bench bench;
    bench.drive.hasProtectedArea = true;
    bench.drive.nativeSectors = bench.drive.sectors;
    const HiddenArea area = bench.firmware.openHiddenArea();
    BOOST_TEST((area.state == HiddenArea::State::none));
    BOOST_TEST(bench.rescans == 0);
}

BOOST_AUTO_TEST_CASE(a_protected_area_is_given_back_and_the_kernel_looks_again) {
    Bench bench;
    bench.drive.hasProtectedArea = true;
    bench.drive.nativeSectors = 20'000;
    const HiddenArea area = bench.firmware.openHiddenArea();
    BOOST_TEST((area.state == HiddenArea::State::removed));
    BOOST_TEST(area.sectors == 20'000u - 16'384u);
    BOOST_TEST(bench.drive.sectors == 20'000u);
    BOOST_TEST(bench.rescans == 1);
}

BOOST_AUTO_TEST_CASE(an_accessible_maximum_is_given_back_as_well) {
    Bench bench;
    bench.drive.hasAccessibleMaximum = true;
    bench.drive.nativeSectors = 20'000;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::removed));
    BOOST_TEST(bench.drive.sectors == 20'000u);
}

BOOST_AUTO_TEST_CASE(an_overlay_under_a_protected_area_is_restored_too) {
    Bench bench;
    bench.drive.hasProtectedArea = bench.drive.hasOverlay = true;
    bench.drive.nativeSectors = 20'000;
    bench.drive.factorySectors = 30'000;
    const HiddenArea area = bench.firmware.openHiddenArea();
    BOOST_TEST((area.state == HiddenArea::State::removed));
    BOOST_TEST(area.sectors == 30'000u - 16'384u);
    BOOST_TEST(bench.drive.sectors == 30'000u);
}

BOOST_AUTO_TEST_CASE(what_a_drive_does_not_give_back_is_left_and_said_so) {
    Bench bench;
    bench.drive.hasProtectedArea = bench.drive.keepsHidden = true;
    bench.drive.nativeSectors = 20'000;
    BOOST_TEST((bench.firmware.openHiddenArea().state == HiddenArea::State::left));
    Bench silent;
    silent.drive.isSilent = true;
    BOOST_TEST((silent.firmware.openHiddenArea().state == HiddenArea::State::unknown));
}

BOOST_AUTO_TEST_SUITE_END()
