#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "terminal/workbench/tones.h"

namespace remise::workbench {

/// The first device that both plays and records, as ALSA names it ("hw:0,0"), out of /proc/asound/pcm;
/// nothing where there is none.
[[nodiscard]] std::optional<std::string> soundDeviceIn(const std::string& pcm);

/// Where a machine's sound is. Programs are looked for in PATH.
struct SoundPlaces {
    std::filesystem::path pcm = "/proc/asound/pcm";
    std::filesystem::path folder = "/run/remise";  ///< for what is played and recorded
};

/// Plays both tones while it records (aplay, arecord), and says which came back. About four seconds. What was
/// recorded is deleted: nobody's voice leaves the machine.
[[nodiscard]] Heard listenToItself(const SoundPlaces& = {});

}  // namespace remise::workbench
