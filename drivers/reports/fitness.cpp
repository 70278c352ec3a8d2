#include "drivers/reports/fitness.h"

#include <algorithm>

#include "drivers/reports/cpu_names.h"

namespace remise::drivers::reports {

namespace {

constexpr std::int64_t gibibyte = std::int64_t{1} << 30;
constexpr std::int64_t gigabyte = 1'000'000'000;

/// Celerons and Pentiums from Gemini Lake and Coffee Lake on: N4000, J4005, N5000, N6000; N95 and N100 are
/// not called so any more; G4900, G5400 and what follows.
std::optional<bool> isSmallListed(const CpuName& cpu) {
    if (!cpu.number) return {};
    if (cpu.prefix == 'n' || cpu.prefix == 'j') return *cpu.number >= 4000;
    if (cpu.prefix == 'g') return *cpu.number >= 4900;
    return *cpu.number < 4000 ? std::optional(false) : std::nullopt;
}

/// Ryzen 2000 with graphics (G) and for laptops (U, H) still has the first Zen, which is not listed.
bool isRyzenListed(const CpuName& cpu) {
    const bool isFirstZen =
        *cpu.generation == 2 && (cpu.suffix == 'g' || cpu.suffix == 'u' || cpu.suffix == 'h');
    return *cpu.generation >= 2 && !isFirstZen;
}

/// Intel's and AMD's processors in Microsoft's lists, as far as a rule can tell; empty for what none covers.
std::optional<bool> isListed(const CpuName& cpu) {
    constexpr int firstListedCore = 8;
    switch (cpu.line) {
        case CpuLine::intelCore:
            return cpu.generation ? std::optional(*cpu.generation >= firstListedCore) : std::nullopt;
        case CpuLine::intelCore2:
            return false;
        case CpuLine::intelCoreUltra:
        case CpuLine::intelN:
            return true;
        case CpuLine::intelSmall:
            return isSmallListed(cpu);
        case CpuLine::ryzen:
            return cpu.generation ? std::optional(isRyzenListed(cpu)) : std::nullopt;
        case CpuLine::athlon:
        case CpuLine::epyc:
        case CpuLine::intelXeon:
        case CpuLine::other:
            break;
    }
    return {};
}

std::int64_t largestDrive(const Inventory& inventory) {
    std::int64_t largest = 0;
    for (const Drive& drive : inventory.drives)
        largest = std::max(largest, drive.bytes.value_or(0));
    return largest;
}

int memoryPoints(std::int64_t bytes) {
    // A machine that shares a little with its graphics still has what was sold.
    const auto has = [&](std::int64_t gibibytes) { return bytes * 10 >= gibibytes * gibibyte * 9; };
    return has(32) ? 4 : has(16) ? 3 : has(8) ? 2 : has(4) ? 1 : 0;
}

int corePoints(int generation) {
    return generation >= 11 ? 4 : generation >= 8 ? 3 : generation >= 6 ? 2 : generation >= 4 ? 1 : 0;
}

int ryzenPoints(int generation) {
    return generation >= 4 ? 4 : generation >= 2 ? 3 : 2;
}

/// Nothing for those whose names tell too little.
std::optional<int> processorPoints(const CpuName& cpu) {
    switch (cpu.line) {
        case CpuLine::intelCoreUltra:
            return 4;
        case CpuLine::intelN:
            return 2;
        case CpuLine::intelCore:
            return cpu.generation ? std::optional(corePoints(*cpu.generation)) : std::nullopt;
        case CpuLine::ryzen:
            return cpu.generation ? std::optional(ryzenPoints(*cpu.generation)) : std::nullopt;
        case CpuLine::intelXeon:
        case CpuLine::epyc:
            return {};
        case CpuLine::intelCore2:
        case CpuLine::intelSmall:
        case CpuLine::athlon:
        case CpuLine::other:
            break;
    }
    return 0;
}

/// The drive that a system would be put on: the quickest.
int storagePoints(const Inventory& inventory) {
    constexpr std::int64_t roomy = 220 * gigabyte;
    int points = 0;
    for (const Drive& drive : inventory.drives) {
        const bool isRoomy = drive.bytes.value_or(0) >= roomy;
        if (drive.kind == DriveKind::nvme) points = std::max(points, isRoomy ? 3 : 2);
        if (drive.kind == DriveKind::ssd) points = std::max(points, isRoomy ? 2 : 1);
    }
    return points;
}

CpuName cpuOf(const Inventory& inventory) {
    return inventory.processors.empty() ? CpuName{} : readCpuName(inventory.processors.front().name);
}

}  // namespace

std::optional<bool> WindowsFitness::isFit() const {
    if (!lacks.empty()) return false;
    return unknown.empty() ? std::optional(true) : std::nullopt;
}

WindowsFitness windows11Fitness(const Inventory& inventory) {
    WindowsFitness fitness;
    const auto judge = [&](const char* word, std::optional<bool> isEnough) {
        if (!isEnough)
            fitness.unknown.emplace_back(word);
        else if (!*isEnough)
            fitness.lacks.emplace_back(word);
    };
    const auto enough = [](std::optional<std::int64_t> has, std::int64_t needs) -> std::optional<bool> {
        return has ? std::optional(*has >= needs) : std::nullopt;
    };
    judge("processor", isListed(cpuOf(inventory)));
    judge("tpm", inventory.tpm.empty() ? std::nullopt : std::optional(inventory.tpm.starts_with("2")));
    judge("uefi", inventory.uefi);
    judge("memory", enough(inventory.installedBytes(), 4 * gibibyte * 9 / 10));
    const std::int64_t drive = largestDrive(inventory);
    judge("storage", enough(drive > 0 ? std::optional(drive) : std::nullopt, 64 * gigabyte * 9 / 10));
    if (!inventory.processors.empty() && inventory.processors.front().cores)
        judge("cores", *inventory.processors.front().cores >= 2);
    return fitness;
}

std::optional<int> performanceClass(const Inventory& inventory) {
    const auto memory = inventory.installedBytes();
    const auto processor = processorPoints(cpuOf(inventory));
    if (!memory || inventory.processors.empty() || !processor) return {};
    const int points = memoryPoints(*memory) + *processor + storagePoints(inventory);
    return points >= 9 ? 4 : points >= 7 ? 3 : points >= 4 ? 2 : 1;
}

}  // namespace remise::drivers::reports
