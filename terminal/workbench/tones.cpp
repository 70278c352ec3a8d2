#include "terminal/workbench/tones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace remise::workbench {

namespace {

constexpr std::size_t headerSize = 44;
constexpr double loudness = 12'000;  // of 32767: clearly heard, and no membrane suffers

void put(std::string& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xff);
}

std::uint32_t get(std::string_view bytes, std::size_t at, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size && at + i < bytes.size(); ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

double angleOf(int hertz) {
    return 2 * std::numbers::pi * hertz / soundRate;
}

std::int16_t toneAt(int hertz, int sample) {
    return static_cast<std::int16_t>(std::lround(loudness * std::sin(angleOf(hertz) * sample)));
}

}  // namespace

std::string toneWav(int milliseconds) {
    const int samples = soundRate / 1000 * milliseconds;
    const auto size = static_cast<std::uint32_t>(samples) * 4;
    std::string wav = "RIFF";
    put(wav, size + headerSize - 8, 4);
    wav += "WAVEfmt ";
    put(wav, 16, 4);
    put(wav, 1, 2);  // plain samples
    put(wav, 2, 2);  // channels
    put(wav, soundRate, 4);
    put(wav, soundRate * 4, 4);
    put(wav, 4, 2);
    put(wav, 16, 2);
    wav += "data";
    put(wav, size, 4);
    for (int i = 0; i < samples; ++i) {
        put(wav, static_cast<std::uint16_t>(toneAt(leftTone, i)), 2);
        put(wav, static_cast<std::uint16_t>(toneAt(rightTone, i)), 2);
    }
    return wav;
}

double shareOf(int hertz, std::span<const std::int16_t> samples) {
    const double twice = 2 * std::cos(angleOf(hertz));
    double last = 0, before = 0, all = 0;
    for (const std::int16_t sample : samples) {
        const double now = sample + twice * last - before;
        before = last;
        last = now;
        all += static_cast<double>(sample) * sample;
    }
    const double power = last * last + before * before - twice * last * before;
    return all == 0 ? 0 : 2 * power / (all * static_cast<double>(samples.size()));
}

Heard tonesIn(std::span<const std::int16_t> samples) {
    constexpr std::size_t window = soundRate / 8;
    constexpr int enough = 2;      // windows: a quarter of a second
    constexpr double part = 0.05;  // a voice or a fan spreads over hundreds of such windows' frequencies
    int left = 0, right = 0;
    for (std::size_t at = 0; at + window <= samples.size(); at += window) {
        const auto now = samples.subspan(at, window);
        left += shareOf(leftTone, now) > part ? 1 : 0;
        right += shareOf(rightTone, now) > part ? 1 : 0;
    }
    return {left >= enough, right >= enough};
}

std::vector<std::int16_t> firstChannel(std::string_view wav) {
    constexpr std::size_t tagsAt = 12, tagSize = 8;
    if (wav.size() < tagsAt || !wav.starts_with("RIFF") || wav.substr(8, 4) != "WAVE") return {};
    std::uint32_t channels = 0, bits = 0;
    for (std::size_t at = tagsAt; at + tagSize <= wav.size();) {
        const std::string_view tag = wav.substr(at, 4);
        const std::size_t size = get(wav, at + 4, 4);
        at += tagSize;
        if (tag == "fmt ") {
            channels = get(wav, at + 2, 2);
            bits = get(wav, at + 14, 2);
        }
        if (tag == "data") {
            std::vector<std::int16_t> samples;
            if (channels == 0 || bits != 16) return {};
            for (std::size_t end = at + std::min(size, wav.size() - at); at + 2 * channels <= end;
                 at += std::size_t{2} * channels)
                samples.push_back(static_cast<std::int16_t>(get(wav, at, 2)));
            return samples;
        }
        at += size + size % 2;
    }
    return {};
}

}  // namespace remise::workbench
