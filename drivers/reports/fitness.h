#pragma once

#include <optional>
#include <string>
#include <vector>

#include "drivers/reports/report.h"

/// What a machine is good for. Guesses from what it says of itself, made to be looked at by people.
namespace remise::drivers::reports {

/// Whether Windows 11 installs by its maker's rules (processor listed, TPM 2.0, UEFI, 4 GiB, 64 GB, two
/// cores). What it lacks, as words: processor, tpm, uefi, memory, storage, cores; `unknown` what nobody said.
struct WindowsFitness {
    std::vector<std::string> lacks, unknown;

    /// Empty when nothing is lacking but something unknown.
    [[nodiscard]] std::optional<bool> isFit() const;
};
[[nodiscard]] WindowsFitness windows11Fitness(const Inventory&);

/// 1 light office, 2 office, 3 video calls and many windows, 4 creation: points for memory, processor and
/// storage. Empty when memory or processor is not known.
[[nodiscard]] std::optional<int> performanceClass(const Inventory&);

}  // namespace remise::drivers::reports
