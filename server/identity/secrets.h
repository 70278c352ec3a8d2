#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "server/domain/ids.h"

/// Secrets that are long and random: tokens, badges, access codes. What people choose is in passwords.h.
namespace remise::identity {

/// 32 bytes that the organisation's servers share and the database never holds, so that a copy of the
/// database does not let anybody find out a badge, a PIN or who tried to sign in.
class ServerSecret {
public:
    explicit ServerSecret(const std::array<std::uint8_t, 32>& bytes) : m_bytes(bytes) {}

    /// HMAC-SHA-256 of `text`; the purpose keeps, say, a PIN and an access code of the same letters apart.
    [[nodiscard]] domain::Digest keyedHash(std::string_view purpose, std::string_view text) const;

private:
    std::array<std::uint8_t, 32> m_bytes;
};

/// The secret in this file (64 hexadecimal digits); a missing file is made, readable by its owner only.
/// Throws std::runtime_error when it cannot be read, made, or is no secret.
ServerSecret readOrMakeSecret(const std::filesystem::path&);

/// 256 random bits, 43 characters that need no escaping in headers, cookies and forms.
std::string newToken();
/// What the database keeps of a token. Unkeyed: nobody can guess 256 bits.
domain::Digest tokenHash(std::string_view token);

/// A badge's code: B, 20 random letters (83 bits), check letter.
std::string newBadge();
/// What the database keeps of it. The badge is read as scanned: case and blanks do not matter.
domain::Digest badgeHash(const ServerSecret&, std::string_view badge);

/// 16 random letters (66 bits) in groups of four, to be typed once on a new terminal.
std::string newEnrolmentCode();
domain::Digest enrolmentHash(const ServerSecret&, std::string_view typed);

/// Random digits, never all the same.
std::string newPin(int digits);

/// Evenly distributed, below `limit`.
std::uint32_t randomBelow(std::uint32_t limit);

}  // namespace remise::identity
