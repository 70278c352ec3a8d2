#include "server/proof/sha256.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <memory>
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

domain::Digest hmacSha256(std::string_view key, std::string_view bytes) {
    domain::Digest digest;
    unsigned int length = 0;
    if (!HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()),
              reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.bytes.data(),
              &length))
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
