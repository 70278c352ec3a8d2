#pragma once

#include <cstdint>
#include <functional>

namespace remise::workbench {

struct MemoryFinding {
    std::uint64_t bytes = 0;       ///< that were tried
    std::uint64_t wrongWords = 0;  ///< of 8 bytes that held something else than was written
};

/// Writes all memory that is free but a tenth, and reads it again: each word with its own address, with the
/// opposite, and with bits that look random. What the running system occupies is not tried.
MemoryFinding testMemory(std::uint64_t atMost, const std::function<bool()>& shallStop);

}  // namespace remise::workbench
