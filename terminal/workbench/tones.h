#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Two tones that a machine plays, one on each side, and looks for in what its microphone records. Pure.
namespace remise::workbench {

inline constexpr int soundRate = 48'000;                 ///< samples a second, 16 bits
inline constexpr int leftTone = 1000, rightTone = 1500;  ///< Hz

struct Heard {
    bool left = false, right = false;
};

/// A WAV file of two channels: the left tone on the left, the right one on the right.
[[nodiscard]] std::string toneWav(int milliseconds);

/// How much of the loudness of these samples is one frequency, 0 to 1 (Goertzel's algorithm).
[[nodiscard]] double shareOf(int hertz, std::span<const std::int16_t> samples);

/// Which of the two tones is in a recording of one channel: for at least a quarter of a second, over the
/// noise of the room.
[[nodiscard]] Heard tonesIn(std::span<const std::int16_t> samples);

/// The first channel of a WAV file with 16 bits a sample, as arecord writes it; empty when it is none.
[[nodiscard]] std::vector<std::int16_t> firstChannel(std::string_view wav);

}  // namespace remise::workbench
