#include "server/proof/scramble.h"

#include <stdexcept>

namespace remise::proof {
namespace {

constexpr int rounds = 8;

std::uint64_t rangeOf(domain::CodeKind kind) {
    std::uint64_t range = 1;
    for (int i = 0; i < domain::codeLetters(kind); ++i)
        range *= domain::codeAlphabet.size();
    return range;
}

/// Half the bits of the smallest even-sized block that holds the range (at most twice too large: 18^7 needs
/// 30 bits).
int halfBits(std::uint64_t range) {
    int bits = 0;
    while ((std::uint64_t{1} << bits) < range)
        ++bits;
    return (bits + 1) / 2;
}

std::uint64_t roundOf(Hmac& hmac, domain::CodeKind kind, int round, std::uint64_t half) {
    char input[10];
    input[0] = static_cast<char>(kind);
    input[1] = static_cast<char>(round);
    for (int i = 0; i < 8; ++i)
        input[2 + i] = static_cast<char>(half >> (8 * i));
    const auto mac = hmac.of({input, sizeof input});
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < 8; ++i)
        out = out << 8 | mac.bytes[i];
    return out;
}

}  // namespace

Scramble::Scramble(std::string_view secret) : m_mac(secret) {
}

std::uint64_t Scramble::permute(domain::CodeKind kind, std::uint64_t number, Direction direction) const {
    const std::uint64_t range = rangeOf(kind);
    const int bits = halfBits(range);
    const std::uint64_t mask = (std::uint64_t{1} << bits) - 1;
    Hmac mac = m_mac;
    do {
        std::uint64_t left = number >> bits, right = number & mask;
        for (int i = 0; i < rounds; ++i) {
            if (direction == Direction::backwards) {
                const std::uint64_t before = right ^ (roundOf(mac, kind, rounds - 1 - i, left) & mask);
                right = left;
                left = before;
            } else {
                const std::uint64_t after = left ^ (roundOf(mac, kind, i, right) & mask);
                left = right;
                right = after;
            }
        }
        number = left << bits | right;
    } while (number >= range);
    return number;
}

std::string Scramble::code(domain::CodeKind kind, std::uint64_t id) const {
    if (id >= rangeOf(kind)) throw std::out_of_range("no code can stand for number " + std::to_string(id));
    return domain::encodeCode(domain::codePrefix(kind), permute(kind, id, Direction::forwards),
                              domain::codeLetters(kind));
}

std::optional<std::uint64_t> Scramble::id(domain::CodeKind kind, std::string_view code) const {
    const auto number = domain::decodeCode(domain::codePrefix(kind), code, domain::codeLetters(kind));
    if (!number) return {};
    return permute(kind, *number, Direction::backwards);
}

}  // namespace remise::proof
