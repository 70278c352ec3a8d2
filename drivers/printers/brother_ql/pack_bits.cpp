#include "drivers/printers/brother_ql/pack_bits.h"

#include <algorithm>

namespace remise::drivers::brother_ql {
namespace {

constexpr std::size_t longest = 128;

std::size_t repeatsAt(std::string_view bytes, std::size_t at) {
    const std::size_t end = std::min(bytes.find_first_not_of(bytes[at], at), bytes.size());
    return std::min(end - at, longest);
}

std::string allDifferent(std::string_view bytes) {
    std::string packed;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), longest))) {
        const std::string_view part = bytes.substr(0, longest);
        packed += static_cast<char>(part.size() - 1);
        packed += part;
    }
    return packed;
}

}  // namespace

std::string packBits(std::string_view bytes) {
    std::string packed;
    for (std::size_t at = 0; at < bytes.size();) {
        if (const std::size_t count = repeatsAt(bytes, at); count > 1) {
            packed += static_cast<char>(1 - static_cast<int>(count));
            packed += bytes[at];
            at += count;
            continue;
        }
        std::size_t end = at + 1;
        while (end < bytes.size() && end - at < longest && repeatsAt(bytes, end) == 1)
            ++end;
        packed += static_cast<char>(end - at - 1);
        packed += bytes.substr(at, end - at);
        at = end;
    }
    if (packed.size() > bytes.size()) return allDifferent(bytes);
    return packed;
}

std::optional<std::string> unpackBits(std::string_view packed, std::size_t atMost) {
    std::string bytes;
    for (std::size_t at = 0; at < packed.size();) {
        const int count = static_cast<signed char>(packed[at++]);
        if (count == -128) continue;  // says nothing, by TIFF's own word
        if (count < 0) {
            if (at == packed.size()) return std::nullopt;
            bytes.append(static_cast<std::size_t>(1 - count), packed[at++]);
        } else {
            const auto different = static_cast<std::size_t>(count) + 1;
            if (packed.size() - at < different) return std::nullopt;
            bytes += packed.substr(at, different);
            at += different;
        }
        if (bytes.size() > atMost) return std::nullopt;
    }
    return bytes;
}

}  // namespace remise::drivers::brother_ql
