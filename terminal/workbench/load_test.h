#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>

namespace remise::workbench {

struct LoadFinding {
    std::uint64_t wrongResults = 0;  ///< a computation that gave something else than at the first time
    std::optional<int> hottest;      ///< °C; nothing where no sensor says
    bool tooHot = false;             ///< a sensor reached what its maker calls critical
};

/// All cores at work for so long, their temperatures read each second.
LoadFinding testLoad(std::chrono::milliseconds, const std::filesystem::path& sys,
                     const std::function<bool()>& shallStop);

}  // namespace remise::workbench
