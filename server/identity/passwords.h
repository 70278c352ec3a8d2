#pragma once

#include <string>
#include <string_view>

#include "server/domain/outcome.h"
#include "server/identity/secrets.h"

/// What people choose and remember, kept as Argon2id (RFC 9106, by libsodium).
namespace remise::identity {

inline constexpr int leastPasswordLetters = 10;
inline constexpr std::size_t mostPasswordBytes = 256;

/// Refuses what is too short to be safe, or longer than anybody types.
domain::Verdict checkPassword(std::string_view password);

/// 64 MiB and two passes, about a tenth of a second (libsodium's "interactive" cost). One at a time in a
/// program, so that many who sign in at once cost time and not memory.
std::string hashPassword(std::string_view password);
bool passwordMatches(const std::string& hash, std::string_view password);
/// The hash of a password that nobody has: checking against it takes the time a real one takes.
inline constexpr const char* nobodysPasswordHash =
    "$argon2id$v=19$m=65536,t=2,p=1$/GqaEKSTitBz6AtCLgMFyg$LUuk1N+eZD2HnOFLK09ST52vonfd9r80lsSU/TFqJpk";

inline constexpr int leastPinDigits = 4;
inline constexpr int mostPinDigits = 8;

/// Refuses what is not 4 to 8 digits.
domain::Verdict checkPinShape(std::string_view pin);

/// 8 MiB and two passes, about ten milliseconds: a PIN is asked often, and no cost makes four digits safe.
/// What does is the limit on tries and the server's secret, without which a copy of the database tells
/// nothing.
std::string hashPin(const ServerSecret&, std::string_view pin);
bool pinMatches(const ServerSecret&, const std::string& hash, std::string_view pin);

}  // namespace remise::identity
