#include "terminal/workbench/tones.h"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <numbers>
#include <random>

using namespace remise::workbench;

namespace {

using Samples = std::vector<std::int16_t>;
constexpr std::size_t second = soundRate;

void add(Samples& samples, int hertz, double loudness) {
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] =
            static_cast<std::int16_t>(samples[i] + loudness * std::sin(2 * std::numbers::pi * hertz *
                                                                       static_cast<double>(i) / soundRate));
}

Samples noise(double loudness) {
    std::mt19937 random(7);
    std::normal_distribution<double> spread(0, loudness);
    Samples samples(second);
    for (auto& sample : samples)
        sample = static_cast<std::int16_t>(spread(random));
    return samples;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(tones_test)

BOOST_AUTO_TEST_CASE(silence_has_no_tone) {
    const Heard heard = tonesIn(Samples(second));
    BOOST_TEST(!heard.left);
    BOOST_TEST(!heard.right);
}

BOOST_AUTO_TEST_CASE(the_noise_of_a_room_has_no_tone) {
    const Heard heard = tonesIn(noise(4000));
    BOOST_TEST(!heard.left);
    BOOST_TEST(!heard.right);
}

BOOST_AUTO_TEST_CASE(another_tone_is_neither_of_ours) {
    Samples hum(second);
    add(hum, 50, 8000);
    add(hum, 1200, 8000);
    const Heard heard = tonesIn(hum);
    BOOST_TEST(!heard.left);
    BOOST_TEST(!heard.right);
}

BOOST_AUTO_TEST_CASE(both_tones_are_heard_through_noise_as_loud_as_they_are) {
    Samples samples = noise(700);
    add(samples, leftTone, 1000);
    add(samples, rightTone, 1000);
    const Heard heard = tonesIn(samples);
    BOOST_TEST(heard.left);
    BOOST_TEST(heard.right);
}

BOOST_AUTO_TEST_CASE(a_dead_speaker_is_the_one_whose_tone_is_missing) {
    Samples samples = noise(100);
    add(samples, leftTone, 1000);
    const Heard heard = tonesIn(samples);
    BOOST_TEST(heard.left);
    BOOST_TEST(!heard.right);
}

BOOST_AUTO_TEST_CASE(a_click_of_a_tone_is_not_enough) {
    Samples samples(second / 10);
    add(samples, leftTone, 8000);
    samples.resize(second);
    BOOST_TEST(!tonesIn(samples).left);
}

BOOST_AUTO_TEST_CASE(what_is_played_has_the_left_tone_on_the_left_alone) {
    const Samples left = firstChannel(toneWav(1000));
    BOOST_TEST(left.size() == second);
    BOOST_TEST(tonesIn(left).left);
    BOOST_TEST(!tonesIn(left).right);
}

BOOST_AUTO_TEST_CASE(what_is_no_wav_or_is_cut_short_has_no_more_samples_than_it_holds) {
    BOOST_TEST(firstChannel("").empty());
    BOOST_TEST(firstChannel("RIFFxxxxWAVE").empty());
    BOOST_TEST(firstChannel("RIFFxxxxWAVEdata\xff\xff\xff\xff").empty());
    const std::string whole = toneWav(10);
    for (std::size_t size = 0; size < whole.size(); ++size)
        BOOST_TEST(firstChannel(whole.substr(0, size)).size() <= size / 4);
}

BOOST_AUTO_TEST_SUITE_END()
