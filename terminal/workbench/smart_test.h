#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>

namespace remise::workbench {

struct SmartFinding {
    int drives = 0;       ///< that were asked
    std::string failing;  ///< devices, blank-separated
};

/// Lets every built-in drive test itself (its short test), all at once, and asks how it is. One that does not
/// end in time is judged by what it says of itself so far.
SmartFinding testDrives(std::chrono::milliseconds patience, const std::filesystem::path& sys,
                        const std::function<bool()>& shallStop);

}  // namespace remise::workbench
