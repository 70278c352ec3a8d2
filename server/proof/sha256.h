#pragma once

#include <string_view>

#include "server/domain/ids.h"

struct evp_mac_ctx_st;  // OpenSSL's EVP_MAC_CTX
struct evp_md_ctx_st;   // OpenSSL's EVP_MD_CTX

namespace remise::proof {

/// SHA-256 (FIPS 180-4) by OpenSSL; the algorithm is fetched once and a context reused by each thread, which
/// is several times faster than the one-call form on short texts.
domain::Digest sha256(std::string_view bytes);

/// SHA-256 of what comes in pieces, such as a file that is larger than memory.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// Of all that was added; nothing can be added after.
    domain::Digest digest();

private:
    evp_md_ctx_st* m_context;
};

/// HMAC-SHA-256 (RFC 2104) with one key, prepared once: a copy is cheap, a use of it several times cheaper
/// than the one-call form. Not to be shared between threads; copy it.
class Hmac {
public:
    explicit Hmac(std::string_view key);
    Hmac(const Hmac&);
    Hmac& operator=(const Hmac&) = delete;
    ~Hmac();

    domain::Digest of(std::string_view bytes);

private:
    evp_mac_ctx_st* m_context;
};

/// Cryptographically strong random bytes.
std::string randomBytes(std::size_t count);

}  // namespace remise::proof
