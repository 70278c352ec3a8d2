#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/codes.h"
#include "server/proof/sha256.h"

namespace remise::proof {

/// Turns numbers given in order into codes that look random, and back: ids stay together on disk, while a
/// code tells neither how many units there are nor which came next. A keyed permutation of [0, 18^letters): a
/// Feistel network of 8 rounds over HMAC-SHA-256, walked until it lands inside the range.
class Scramble {
public:
    explicit Scramble(std::string_view secret);

    /// Throws std::out_of_range for a number that no code of this kind can stand for.
    [[nodiscard]] std::string code(domain::CodeKind, std::uint64_t id) const;
    /// The id in a code whose check letter is right; nothing when it is no code of this kind.
    [[nodiscard]] std::optional<std::uint64_t> id(domain::CodeKind, std::string_view code) const;

private:
    enum class Direction { forwards, backwards };
    [[nodiscard]] std::uint64_t permute(domain::CodeKind, std::uint64_t number, Direction) const;

    Hmac m_mac;
};

}  // namespace remise::proof
