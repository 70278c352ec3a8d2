#include "terminal/workbench/sound_test.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "terminal/workbench/run_tool.h"

namespace remise::workbench {

namespace {

using namespace std::chrono_literals;

std::string textOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// As loud as is usual, and not muted: a machine's last owner may have left it silent.
void openMixer(const std::string& card) {
    for (const auto* control : {"Master", "Speaker", "PCM", "Headphone"})
        runTool({"amixer", "-q", "-c", card, "sset", control, "80%", "unmute"}, 2s);
    for (const auto* control : {"Capture", "Internal Mic Boost", "Mic Boost"})
        runTool({"amixer", "-q", "-c", card, "sset", control, "70%", "cap"}, 2s);
}

}  // namespace

std::optional<std::string> soundDeviceIn(const std::string& pcm) {
    std::istringstream lines(pcm);
    for (std::string line; std::getline(lines, line);) {
        int card = 0, device = 0;
        char dash = 0;
        std::istringstream numbers(line);
        if (line.find(": playback") == line.npos || line.find(": capture") == line.npos) continue;
        if (numbers >> card >> dash >> device && dash == '-')
            return "hw:" + std::to_string(card) + "," + std::to_string(device);
    }
    return {};
}

Heard listenToItself(const SoundPlaces& places) {
    constexpr int tone = 2500;  // ms
    const auto device = soundDeviceIn(textOf(places.pcm));
    if (!device) return {};
    openMixer(device->substr(3, device->find(',') - 3));
    const std::string plug = "plug" + *device;
    const auto played = places.folder / "tones.wav", recorded = places.folder / "heard.wav";
    std::ofstream(played, std::ios::binary) << toneWav(tone);
    std::jthread recorder([&] {
        runTool({"arecord", "-q", "-D", plug, "-f", "S16_LE", "-r", std::to_string(soundRate), "-c", "1",
                 "-d", "4", recorded.string()},
                8s);
    });
    runTool({"aplay", "-q", "-D", plug, played.string()}, 8s);
    recorder.join();
    const Heard heard = tonesIn(firstChannel(textOf(recorded)));
    std::error_code none;
    std::filesystem::remove(recorded, none);
    std::filesystem::remove(played, none);
    return heard;
}

}  // namespace remise::workbench
