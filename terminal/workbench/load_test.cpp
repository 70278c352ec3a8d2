#include "terminal/workbench/load_test.h"

#include <algorithm>
#include <atomic>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include "server/proof/sha256.h"

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

using Clock = std::chrono::steady_clock;
constexpr int perDegree = 1000;  // the kernel counts in thousandths of °C

std::optional<std::int64_t> numberIn(const fs::path& file) {
    std::ifstream in(file);
    std::int64_t number = 0;
    if (in >> number) return number;
    return {};
}

/// hwmon's sensors of temperature: tempN_input, tempN_crit.
std::vector<fs::path> sensors(const fs::path& sys) {
    std::vector<fs::path> found;
    std::error_code none;
    for (const auto& chip : fs::directory_iterator(sys / "class/hwmon", none))
        for (const auto& file : fs::directory_iterator(chip.path(), none)) {
            const std::string name = file.path().filename();
            if (name.starts_with("temp") && name.ends_with("_input")) found.push_back(file.path());
        }
    return found;
}

void readSensors(const std::vector<fs::path>& sensors, LoadFinding& found) {
    for (const fs::path& sensor : sensors) {
        const auto now = numberIn(sensor);
        if (!now) continue;
        found.hottest = std::max(found.hottest.value_or(0), static_cast<int>(*now / perDegree));
        std::string name = sensor.string();
        const auto critical = numberIn(name.replace(name.size() - 5, 5, "crit"));
        if (critical && *critical > 0 && *now >= *critical) found.tooHot = true;
    }
}

/// Hashes the same bytes again and again: each time they must give the same.
void work(const std::stop_token& end, std::atomic<std::uint64_t>& wrong) {
    std::string bytes(1 << 20, '\0');
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<char>(i * 131 + (i >> 8));
    const auto expected = proof::sha256(bytes);
    while (!end.stop_requested())
        if (proof::sha256(bytes) != expected) ++wrong;
}

}  // namespace

LoadFinding testLoad(std::chrono::milliseconds length, const fs::path& sys,
                     const std::function<bool()>& shallStop) {
    LoadFinding found;
    std::atomic<std::uint64_t> wrong = 0;
    const auto chips = sensors(sys);
    {
        std::vector<std::jthread> cores;
        for (unsigned i = 0; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            cores.emplace_back([&](const std::stop_token& end) { work(end, wrong); });
        const auto deadline = Clock::now() + length;
        while (Clock::now() < deadline && !shallStop() && !found.tooHot) {
            std::this_thread::sleep_for(std::min<std::chrono::milliseconds>(length, std::chrono::seconds(1)));
            readSensors(chips, found);
        }
    }
    found.wrongResults = wrong;
    return found;
}

}  // namespace remise::workbench
