#include "server/proof/sha256.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <new>
#include <stdexcept>

namespace remise::proof {
namespace {

struct Context {
    EVP_MD* md = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    EVP_MD_CTX* context = EVP_MD_CTX_new();

    Context() = default;
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    ~Context() {
        EVP_MD_CTX_free(context);
        EVP_MD_free(md);
    }
};

}  // namespace

domain::Digest sha256(std::string_view bytes) {
    thread_local Context hash;
    domain::Digest digest;
    if (EVP_DigestInit_ex2(hash.context, hash.md, nullptr) != 1 ||
        EVP_DigestUpdate(hash.context, bytes.data(), bytes.size()) != 1 ||
        EVP_DigestFinal_ex(hash.context, digest.bytes.data(), nullptr) != 1)
        throw std::runtime_error("SHA-256 of " + std::to_string(bytes.size()) + " bytes failed in OpenSSL");
    return digest;
}

Sha256::Sha256() : m_context(EVP_MD_CTX_new()) {
    if (EVP_DigestInit_ex2(m_context, EVP_sha256(), nullptr) != 1) {
        EVP_MD_CTX_free(m_context);
        throw std::runtime_error("SHA-256 does not start in OpenSSL");
    }
}

Sha256::~Sha256() {
    EVP_MD_CTX_free(m_context);
}

void Sha256::add(std::string_view bytes) {
    if (EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) != 1)
        throw std::runtime_error("SHA-256 of " + std::to_string(bytes.size()) + " bytes failed in OpenSSL");
}

domain::Digest Sha256::digest() {
    domain::Digest digest;
    if (EVP_DigestFinal_ex(m_context, digest.bytes.data(), nullptr) != 1)
        throw std::runtime_error("SHA-256 failed in OpenSSL");
    return digest;
}

Hmac::Hmac(std::string_view key) {
    EVP_MAC* mac = EVP_MAC_fetch(nullptr, "HMAC", nullptr);
    m_context = EVP_MAC_CTX_new(mac);
    EVP_MAC_free(mac);
    char name[] = "SHA256";
    const OSSL_PARAM parameters[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, name, 0),
                                     OSSL_PARAM_construct_end()};
    if (EVP_MAC_init(m_context, reinterpret_cast<const unsigned char*>(key.data()), key.size(), parameters) !=
        1) {
        EVP_MAC_CTX_free(m_context);
        throw std::runtime_error("a key of " + std::to_string(key.size()) + " bytes for HMAC was refused");
    }
}

Hmac::Hmac(const Hmac& other) : m_context(EVP_MAC_CTX_dup(other.m_context)) {
    if (!m_context) throw std::bad_alloc();
}

Hmac::~Hmac() {
    EVP_MAC_CTX_free(m_context);
}

domain::Digest Hmac::of(std::string_view bytes) {
    domain::Digest digest;
    std::size_t length = 0;
    if (EVP_MAC_init(m_context, nullptr, 0, nullptr) != 1 ||
        EVP_MAC_update(m_context, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()) != 1 ||
        EVP_MAC_final(m_context, digest.bytes.data(), &length, digest.bytes.size()) != 1)
        throw std::runtime_error("HMAC-SHA-256 failed in OpenSSL");
    return digest;
}

std::string randomBytes(std::size_t count) {
    std::string bytes(count, '\0');
    if (RAND_bytes(reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(count)) != 1)
        throw std::runtime_error("the system gave no random bytes");
    return bytes;
}

}  // namespace remise::proof
