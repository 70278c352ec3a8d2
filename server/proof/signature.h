#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

/// Ed25519 signatures (RFC 8032), with keys as PEM files hold them.
namespace remise::proof {

class PublicKey {
public:
    explicit PublicKey(const std::array<std::uint8_t, 32>& bytes) : m_bytes(bytes) {}
    /// "-----BEGIN PUBLIC KEY-----…"; throws std::runtime_error when it is no Ed25519 key.
    static PublicKey fromPem(std::string_view);

    /// The first 16 hexadecimal digits of the SHA-256 of its 32 bytes.
    [[nodiscard]] std::string id() const;
    [[nodiscard]] std::string pem() const;
    /// `signature` is 64 raw bytes; anything else is not valid.
    [[nodiscard]] bool verifies(std::string_view signature, std::string_view message) const;

private:
    std::array<std::uint8_t, 32> m_bytes;
};

/// By id.
using PublicKeys = std::map<std::string, PublicKey, std::less<>>;

class SigningKey {
public:
    /// A new one.
    static SigningKey make();
    /// "-----BEGIN PRIVATE KEY-----…"; throws std::runtime_error when it is no Ed25519 key.
    static SigningKey fromPem(std::string_view);

    [[nodiscard]] std::string pem() const;
    [[nodiscard]] PublicKey publicKey() const;
    /// 64 raw bytes.
    [[nodiscard]] std::string sign(std::string_view message) const;

private:
    explicit SigningKey(const std::array<std::uint8_t, 32>& seed) : m_seed(seed) {}
    std::array<std::uint8_t, 32> m_seed;
};

/// A signature as documents carry it: 128 hexadecimal digits; empty for what is no signature.
std::string signatureHex(std::string_view signature);
std::optional<std::string> signatureFromHex(std::string_view);

}  // namespace remise::proof
