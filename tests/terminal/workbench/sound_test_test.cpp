#include "terminal/workbench/sound_test.h"

#include <boost/test/unit_test.hpp>
#include <cstdlib>
#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace remise::workbench;
using remise::test::TemporaryFolder;

namespace {

/// Fakes in place of alsa-utils: a player that keeps what it plays, and a recorder that gives a file as
/// heard.
struct FakeSound {
    TemporaryFolder folder;
    SoundPlaces places{folder.path() / "pcm", folder.path()};
    const std::string path = std::getenv("PATH");

    explicit FakeSound(const std::string& heard) {
        std::ofstream(places.pcm)
            << "00-03: HDMI 0 : HDMI 0 : playback 1\n00-00: ALC257 : ALC257 : playback 1 : capture 1\n";
        std::ofstream(folder.path() / "air.wav", std::ios::binary) << heard;
        const std::string air = (folder.path() / "air.wav").string();
        tool("arecord", "for last; do :; done; cp " + air + " \"$last\"");
        tool("aplay", "for last; do :; done; cp \"$last\" " + (folder.path() / "played.wav").string());
        tool("amixer", "exit 0");
        setenv("PATH", (folder.path().string() + ":" + path).c_str(), 1);
    }
    ~FakeSound() { setenv("PATH", path.c_str(), 1); }
    FakeSound(const FakeSound&) = delete;
    FakeSound& operator=(const FakeSound&) = delete;

    void tool(const std::string& name, const std::string& line) const {
        std::ofstream(folder.path() / name) << "#!/bin/sh\n" << line << "\n";
        std::filesystem::permissions(folder.path() / name, std::filesystem::perms::owner_all);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(sound_test_test)

BOOST_AUTO_TEST_CASE(the_device_is_the_first_that_plays_and_records) {
    BOOST_TEST(
        soundDeviceIn("00-03: HDMI 0 : HDMI 0 : playback 1\n01-00: ALC : ALC : playback 1 : capture 1\n")
            .value_or("") == "hw:1,0");
    BOOST_TEST(!soundDeviceIn("00-03: HDMI 0 : HDMI 0 : playback 1\n"));
    BOOST_TEST(!soundDeviceIn(""));
}

BOOST_AUTO_TEST_CASE(a_machine_that_hears_its_own_tone_has_that_speaker_and_a_microphone) {
    const FakeSound sound(toneWav(2500));  // its first channel has the left tone alone
    const Heard heard = listenToItself(sound.places);
    BOOST_TEST(heard.left);
    BOOST_TEST(!heard.right);
    BOOST_TEST(std::filesystem::exists(sound.folder.path() / "played.wav"));
}

BOOST_AUTO_TEST_CASE(a_machine_that_hears_nothing_says_so) {
    const FakeSound sound("");
    const Heard heard = listenToItself(sound.places);
    BOOST_TEST(!heard.left);
    BOOST_TEST(!heard.right);
}

BOOST_AUTO_TEST_CASE(what_was_recorded_does_not_stay) {
    const FakeSound sound(toneWav(2500));
    static_cast<void>(listenToItself(sound.places));
    BOOST_TEST(!std::filesystem::exists(sound.folder.path() / "heard.wav"));
}

BOOST_AUTO_TEST_SUITE_END()
