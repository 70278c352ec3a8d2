#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace remise::drivers::disks {

/// Where the kernel tells of its devices; tests have trees of their own.
struct KernelFiles {
    std::filesystem::path sys = "/sys";
    std::filesystem::path dev = "/dev";
    std::filesystem::path proc = "/proc";
};

/// What a file of the kernel holds, as it is; empty when it is not there or does not want to be read.
[[nodiscard]] std::string bytesOf(const std::filesystem::path&);
/// The same as a text: up to the first NUL, without the blanks around it, and with a question mark for
/// whatever is not printable ASCII, as drives and their translators say anything at all.
[[nodiscard]] std::string textOf(const std::filesystem::path&);
[[nodiscard]] std::optional<std::uint64_t> numberOf(const std::filesystem::path&);
[[nodiscard]] std::string trimmed(std::string_view);

}  // namespace remise::drivers::disks
