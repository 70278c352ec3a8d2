#include "server/proof/signature.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "server/proof/sha256.h"

namespace remise::proof {
namespace {

using Bytes = std::array<std::uint8_t, 32>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;
using Context = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;

Key must(EVP_PKEY* key, const char* what) {
    if (!key || EVP_PKEY_get_base_id(key) != EVP_PKEY_ED25519) {
        EVP_PKEY_free(key);
        throw std::runtime_error(std::string(what) + " is no Ed25519 key");
    }
    return {key, EVP_PKEY_free};
}

Key publicOf(const Bytes& bytes) {
    return must(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytes.data(), bytes.size()),
                "the public key");
}

Key privateOf(const Bytes& seed) {
    return must(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, seed.data(), seed.size()),
                "the signing key");
}

Memory memoryOf(std::string_view pem) {
    return {BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free};
}

std::string textOf(const Memory& memory) {
    char* text = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &text);
    return {text, static_cast<std::size_t>(length)};
}

const unsigned char* raw(std::string_view bytes) {
    return reinterpret_cast<const unsigned char*>(bytes.data());
}

}  // namespace

PublicKey PublicKey::fromPem(std::string_view pem) {
    const Key key =
        must(PEM_read_bio_PUBKEY(memoryOf(pem).get(), nullptr, nullptr, nullptr), "what was given");
    Bytes bytes;
    std::size_t length = bytes.size();
    EVP_PKEY_get_raw_public_key(key.get(), bytes.data(), &length);
    return PublicKey(bytes);
}

std::string PublicKey::id() const {
    return sha256({reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()}).hex().substr(0, 16);
}

std::string PublicKey::pem() const {
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    if (PEM_write_bio_PUBKEY(memory.get(), publicOf(m_bytes).get()) != 1)
        throw std::runtime_error("OpenSSL could not write the public key " + id());
    return textOf(memory);
}

bool PublicKey::verifies(std::string_view signature, std::string_view message) const {
    const Key key = publicOf(m_bytes);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature), signature.size(), raw(message), message.size()) ==
               1;
}

SigningKey SigningKey::make() {
    Bytes seed;
    std::ranges::copy(randomBytes(seed.size()), seed.begin());
    return SigningKey(seed);
}

SigningKey SigningKey::fromPem(std::string_view pem) {
    const Key key =
        must(PEM_read_bio_PrivateKey(memoryOf(pem).get(), nullptr, nullptr, nullptr), "what was given");
    Bytes seed;
    std::size_t length = seed.size();
    EVP_PKEY_get_raw_private_key(key.get(), seed.data(), &length);
    return SigningKey(seed);
}

std::string SigningKey::pem() const {
    const Memory memory(BIO_new(BIO_s_secmem()), BIO_free);
    if (PEM_write_bio_PrivateKey(memory.get(), privateOf(m_seed).get(), nullptr, nullptr, 0, nullptr,
                                 nullptr) != 1)
        throw std::runtime_error("OpenSSL could not write the signing key");
    return textOf(memory);
}

PublicKey SigningKey::publicKey() const {
    Bytes bytes;
    std::size_t length = bytes.size();
    EVP_PKEY_get_raw_public_key(privateOf(m_seed).get(), bytes.data(), &length);
    return PublicKey(bytes);
}

std::string SigningKey::sign(std::string_view message) const {
    const Key key = privateOf(m_seed);
    const Context context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    std::string signature(64, '\0');
    std::size_t length = signature.size();
    if (EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<unsigned char*>(signature.data()), &length,
                       raw(message), message.size()) != 1)
        throw std::runtime_error("OpenSSL could not sign with the key " + publicKey().id());
    return signature;
}

std::string signatureHex(std::string_view signature) {
    constexpr std::size_t half = 32;  // a signature is as long as two digests
    if (signature.size() != 2 * half) return {};
    return domain::Digest::fromRaw(signature.substr(0, half)).hex() +
           domain::Digest::fromRaw(signature.substr(half)).hex();
}

std::optional<std::string> signatureFromHex(std::string_view hex) {
    constexpr std::size_t half = 64;
    if (hex.size() != 2 * half) return {};
    const auto first = domain::Digest::parse(hex.substr(0, half)),
               second = domain::Digest::parse(hex.substr(half));
    if (!first || !second) return {};
    return first->raw() + second->raw();
}

}  // namespace remise::proof
