#include "server/identity/secrets.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "server/domain/codes.h"

namespace remise::identity {
namespace {

/// Every function here that draws random bytes or hashes comes through this first.
void readySodium() {
    static const int ready = sodium_init();
    if (ready < 0) throw std::runtime_error("libsodium does not start: no source of random bytes");
}

std::string randomLetters(int count) {
    std::string letters;
    for (int i = 0; i < count; ++i)
        letters += domain::codeAlphabet[randomBelow(static_cast<std::uint32_t>(domain::codeAlphabet.size()))];
    return letters;
}

std::array<std::uint8_t, 32> bytesOf(const std::string& hex, const std::filesystem::path& file) {
    const auto digest = domain::Digest::parse(hex);
    if (!digest)
        throw std::runtime_error("the file " + file.string() + " holds no secret of 64 hexadecimal digits");
    return digest->bytes;
}

std::string readLine(const std::filesystem::path& file) {
    std::ifstream in(file);
    std::string line;
    if (!std::getline(in, line)) throw std::runtime_error("cannot read the secret in " + file.string());
    return line;
}

/// Writes beside and links into place: who comes second finds the first one's secret, whole.
void makeSecret(const std::filesystem::path& file) {
    domain::Digest digest;
    randombytes_buf(digest.bytes.data(), digest.bytes.size());
    const std::string text = digest.hex() + "\n", beside = file.string() + "." + std::to_string(::getpid());
    const int out = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    const bool written = out >= 0 &&
                         ::write(out, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
                         ::fsync(out) == 0;
    const int why = errno;
    if (out >= 0) ::close(out);
    if (!written)
        throw std::system_error(why, std::generic_category(), "cannot write the secret to " + beside);
    const bool linked = ::link(beside.c_str(), file.c_str()) == 0 || errno == EEXIST;
    const int whyNot = errno;
    std::filesystem::remove(beside);
    if (!linked)
        throw std::system_error(whyNot, std::generic_category(), "cannot put the secret at " + file.string());
}

}  // namespace

domain::Digest ServerSecret::keyedHash(std::string_view purpose, std::string_view text) const {
    readySodium();
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, m_bytes.data(), m_bytes.size());
    const auto add = [&](std::string_view part) {
        crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(part.data()),
                                      part.size());
    };
    add(purpose);
    add(std::string_view("\0", 1));
    add(text);
    domain::Digest digest;
    crypto_auth_hmacsha256_final(&state, digest.bytes.data());
    return digest;
}

ServerSecret readOrMakeSecret(const std::filesystem::path& file) {
    readySodium();
    if (!std::filesystem::exists(file)) makeSecret(file);
    return ServerSecret(bytesOf(readLine(file), file));
}

std::string newToken() {
    readySodium();
    std::array<unsigned char, 32> bytes;
    randombytes_buf(bytes.data(), bytes.size());
    std::array<char, sodium_base64_ENCODED_LEN(32, sodium_base64_VARIANT_URLSAFE_NO_PADDING)> text;
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    return text.data();
}

domain::Digest tokenHash(std::string_view token) {
    domain::Digest digest;
    crypto_hash_sha256(digest.bytes.data(), reinterpret_cast<const unsigned char*>(token.data()),
                       token.size());
    return digest;
}

std::string newBadge() {
    const std::string letters = std::string(domain::codePrefix(domain::CodeKind::badge)) +
                                randomLetters(domain::codeLetters(domain::CodeKind::badge));
    return letters + domain::checkLetter(letters);
}

domain::Digest badgeHash(const ServerSecret& secret, std::string_view badge) {
    return secret.keyedHash("badge", domain::normaliseScan(badge));
}

std::string newEnrolmentCode() {
    std::string code = randomLetters(16);
    for (const std::size_t dash : {12, 8, 4})
        code.insert(dash, 1, '-');
    return code;
}

domain::Digest enrolmentHash(const ServerSecret& secret, std::string_view typed) {
    std::string letters;
    for (const char c : typed)
        if (c != '-' && c != ' ') letters += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return secret.keyedHash("enrolment", letters);
}

std::string newPin(int digits) {
    std::string pin;
    while (pin.empty() || std::all_of(pin.begin(), pin.end(), [&](char c) { return c == pin[0]; })) {
        pin.clear();
        for (int i = 0; i < digits; ++i)
            pin += static_cast<char>('0' + randomBelow(10));
    }
    return pin;
}

std::uint32_t randomBelow(std::uint32_t limit) {
    readySodium();
    return randombytes_uniform(limit);
}

}  // namespace remise::identity
