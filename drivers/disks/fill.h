#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace remise::drivers::disks {

using Bytes = std::span<std::uint8_t>;
using ConstBytes = std::span<const std::uint8_t>;

/// What a pass writes, so that verifying can say of every place what must be there. Random bytes come from a
/// seed of 256 bits and from the place: they are made again instead of being remembered, and whoever has the
/// seed can check the drive again.
class Fill {
public:
    static Fill zeros();
    static Fill ones();
    /// With a fresh seed.
    static Fill random();
    /// With the seed of an earlier one; nothing when it is not 64 hexadecimal digits.
    static std::optional<Fill> random(std::string_view seed);
    /// Any byte, the same all over a sector: what a drive may show after its own erasure. Only to compare
    /// with.
    static Fill anyUniform();

    /// The bytes from `offset` on; it and the length are multiples of 512.
    void write(std::uint64_t offset, Bytes into) const;
    [[nodiscard]] bool matches(std::uint64_t offset, ConstBytes read) const;
    /// As reports say what was expected: "zero", "ones", "random", "any_uniform".
    [[nodiscard]] std::string_view name() const;
    /// 64 hexadecimal digits; empty unless random.
    [[nodiscard]] std::string seed() const;

private:
    enum class Kind { zeros, ones, random, anyUniform };
    explicit Fill(Kind kind) : m_kind(kind) {}
    Kind m_kind;
    std::array<std::uint64_t, 4> m_seed{};
};

}  // namespace remise::drivers::disks
