#pragma once

#include <optional>
#include <string_view>

namespace remise::drivers::reports {

/// `intelCore`: i3 to i9 and the M series; `intelCoreUltra`: what followed them, "Core 5 120U" too;
/// `intelSmall`: Atom, Celeron, Pentium; `intelN`: N95, N100 and their kind, which have no other name.
enum class CpuLine {
    intelCore2,
    intelCore,
    intelCoreUltra,
    intelSmall,
    intelN,
    intelXeon,
    ryzen,
    athlon,
    epyc,
    other
};

/// What a processor's name tells.
struct CpuName {
    CpuLine line = CpuLine::other;
    /// Of Intel's Core processors 1 to 14, of AMD's Ryzen the thousands of its number; empty for the others,
    /// whose makers do not count so.
    std::optional<int> generation;
    std::optional<int> number;  ///< "8350" of i5-8350U, "4100" of N4100
    char prefix = '\0';         ///< letter before it: J of J3710, G of G645
    char suffix = '\0';         ///< letter behind it: U of i5-8350U
};

/// "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz", "AMD Ryzen 7 PRO 3700U w/ Radeon Vega Mobile Gfx".
[[nodiscard]] CpuName readCpuName(std::string_view name);

}  // namespace remise::drivers::reports
