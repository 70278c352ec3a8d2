#pragma once

#include <string_view>

#include "server/domain/ids.h"

namespace remise::proof {

/// SHA-256 (FIPS 180-4) by OpenSSL; the algorithm is fetched once and a context reused by each thread, which
/// is several times faster than the one-call form on short texts.
domain::Digest sha256(std::string_view bytes);

/// HMAC-SHA-256 (RFC 2104).
domain::Digest hmacSha256(std::string_view key, std::string_view bytes);

/// Cryptographically strong random bytes.
std::string randomBytes(std::size_t count);

}  // namespace remise::proof
