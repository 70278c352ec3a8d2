#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace remise::domain {

/// 128-bit identifier (RFC 9562). Any version is accepted from outside; our own senders make version 7, whose
/// first 48 bits are the time, so that rows made together lie together on disk.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};

    auto operator<=>(const Uuid&) const = default;
    [[nodiscard]] bool isNil() const { return *this == Uuid{}; }
    /// 36 characters, lower case.
    [[nodiscard]] std::string text() const;
    /// The 16 raw bytes, as the database stores them.
    [[nodiscard]] std::string raw() const { return {bytes.begin(), bytes.end()}; }

    /// Accepts the 36-character form in either case; nothing else.
    static std::optional<Uuid> parse(std::string_view);
    static Uuid fromRaw(std::string_view sixteenBytes);
    /// A new version 7 id for this moment (milliseconds since 1970, UTC) with fresh randomness.
    static Uuid v7(std::int64_t milliseconds);
    /// A new version 4 (random) id: for people and other things whose creation time is nobody's business.
    static Uuid v4();
};

/// 32 bytes of SHA-256.
struct Digest {
    std::array<std::uint8_t, 32> bytes{};

    auto operator<=>(const Digest&) const = default;
    [[nodiscard]] std::string hex() const;
    [[nodiscard]] std::string raw() const { return {bytes.begin(), bytes.end()}; }
    static Digest fromRaw(std::string_view thirtyTwoBytes);
    static std::optional<Digest> parse(std::string_view hex);
};

/// Milliseconds since 1970-01-01 UTC: the only form in which a time is stored.
using Milliseconds = std::int64_t;

/// RFC 3339 in UTC with milliseconds, e.g. 2026-11-22T06:54:03.120Z.
std::string formatTime(Milliseconds);
/// Accepts RFC 3339 with any offset and 0 to 9 decimals, years 1970 to 9999; nothing else.
std::optional<Milliseconds> parseTime(std::string_view);

}  // namespace remise::domain
