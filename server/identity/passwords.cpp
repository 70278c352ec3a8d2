#include "server/identity/passwords.h"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <stdexcept>

#include "server/domain/refusals.h"

namespace remise::identity {
namespace {

struct Cost {
    unsigned long long passes;
    std::size_t memory;
};
constexpr Cost passwordCost{crypto_pwhash_argon2id_OPSLIMIT_INTERACTIVE,
                            crypto_pwhash_argon2id_MEMLIMIT_INTERACTIVE};
constexpr Cost pinCost{2, 8 << 20};

std::mutex& oneAtATime() {
    static std::mutex mutex;
    return mutex;
}

std::string argon2id(std::string_view text, const Cost& cost) {
    const std::lock_guard lock(oneAtATime());
    std::array<char, crypto_pwhash_argon2id_STRBYTES> hash;
    if (sodium_init() < 0 ||
        crypto_pwhash_argon2id_str(hash.data(), text.data(), text.size(), cost.passes, cost.memory) != 0)
        throw std::runtime_error("cannot hash a password: " + std::to_string(cost.memory >> 20) +
                                 " MiB of memory are needed");
    return hash.data();
}

bool matches(const std::string& hash, std::string_view text) {
    const std::lock_guard lock(oneAtATime());
    return sodium_init() >= 0 &&
           crypto_pwhash_argon2id_str_verify(hash.c_str(), text.data(), text.size()) == 0;
}

/// Characters, not bytes: a password may be in any script.
long lettersOf(std::string_view text) {
    return std::count_if(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
}

std::string peppered(const ServerSecret& secret, std::string_view pin) {
    return secret.keyedHash("pin", pin).hex();
}

}  // namespace

domain::Verdict checkPassword(std::string_view password) {
    if (lettersOf(password) < leastPasswordLetters)
        return domain::Refusal(domain::refusals::passwordNotValid,
                               {{"least", std::to_string(leastPasswordLetters)}});
    if (password.size() > mostPasswordBytes)
        return domain::Refusal(domain::refusals::tooLarge, {{"limit", std::to_string(mostPasswordBytes)}});
    return {};
}

std::string hashPassword(std::string_view password) {
    return argon2id(password, passwordCost);
}

bool passwordMatches(const std::string& hash, std::string_view password) {
    return password.size() <= mostPasswordBytes && matches(hash, password);
}

domain::Verdict checkPinShape(std::string_view pin) {
    const bool digits = std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (digits && pin.size() >= leastPinDigits && pin.size() <= mostPinDigits) return {};
    return domain::Refusal(domain::refusals::pinNotValid, {{"least", std::to_string(leastPinDigits)},
                                                           {"most", std::to_string(mostPinDigits)}});
}

std::string hashPin(const ServerSecret& secret, std::string_view pin) {
    return argon2id(peppered(secret, pin), pinCost);
}

bool pinMatches(const ServerSecret& secret, const std::string& hash, std::string_view pin) {
    return matches(hash, peppered(secret, pin));
}

}  // namespace remise::identity
