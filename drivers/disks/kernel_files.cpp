#include "drivers/disks/kernel_files.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>

namespace remise::drivers::disks {

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string trimmed(std::string_view text) {
    text = text.substr(0, text.find('\0'));
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    std::string kept(text.substr(first, text.find_last_not_of(blanks) - first + 1));
    std::ranges::replace_if(
        kept, [](char c) { return c < ' ' || c > '~'; }, '?');
    return kept;
}

std::string textOf(const std::filesystem::path& path) {
    return trimmed(bytesOf(path));
}

std::optional<std::uint64_t> numberOf(const std::filesystem::path& path) {
    const std::string text = textOf(path);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return number;
}

}  // namespace remise::drivers::disks
