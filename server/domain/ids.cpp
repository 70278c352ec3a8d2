#include "server/domain/ids.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <random>

namespace remise::domain {
namespace {

constexpr char hexDigits[] = "0123456789abcdef";

int hexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/// getrandom(2) through std::random_device: uniqueness is what is asked here, secrets come from proof/.
void fillRandom(std::uint8_t* at, std::size_t count) {
    thread_local std::random_device device("/dev/urandom");
    while (count > 0) {
        const auto word = device();
        const std::size_t n = std::min(count, sizeof word);
        std::memcpy(at, &word, n);
        at += n;
        count -= n;
    }
}

constexpr Milliseconds lastMillisecond = 253'402'300'799'999;  // of the year 9999

bool isDash(std::size_t position) {
    return position == 8 || position == 13 || position == 18 || position == 23;
}

/// Reads exactly `count` decimal digits at `at`, which it moves on.
std::optional<int> readDigits(std::string_view text, std::size_t& at, std::size_t count) {
    if (at + count > text.size()) return {};
    int number = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const char c = text[at + i];
        if (c < '0' || c > '9') return {};
        number = number * 10 + (c - '0');
    }
    at += count;
    return number;
}

bool readChar(std::string_view text, std::size_t& at, std::string_view oneOf) {
    if (at >= text.size() || oneOf.find(text[at]) == oneOf.npos) return false;
    ++at;
    return true;
}

}  // namespace

std::string Uuid::text() const {
    std::string out;
    out.reserve(36);
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (isDash(out.size())) out += '-';
        out += hexDigits[bytes[i] >> 4];
        out += hexDigits[bytes[i] & 15];
    }
    return out;
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
    if (text.size() != 36) return {};
    Uuid uuid;
    for (std::size_t i = 0, n = 0; i < 36;) {
        if (isDash(i)) {
            if (text[i++] != '-') return {};
            continue;
        }
        const int high = hexValue(text[i]), low = hexValue(text[i + 1]);
        if (high < 0 || low < 0) return {};
        uuid.bytes[n++] = static_cast<std::uint8_t>(high << 4 | low);
        i += 2;
    }
    return uuid;
}

Uuid Uuid::fromRaw(std::string_view raw) {
    Uuid uuid;
    std::copy_n(raw.begin(), std::min(raw.size(), uuid.bytes.size()), uuid.bytes.begin());
    return uuid;
}

Uuid Uuid::v7(std::int64_t milliseconds) {
    Uuid uuid;
    fillRandom(uuid.bytes.data() + 6, 10);
    for (int i = 0; i < 6; ++i)
        uuid.bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | 0x70);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
    return uuid;
}

Uuid Uuid::v4() {
    Uuid uuid;
    fillRandom(uuid.bytes.data(), 16);
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | 0x40);
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
    return uuid;
}

std::string Digest::hex() const {
    std::string out;
    for (const auto byte : bytes) {
        out += hexDigits[byte >> 4];
        out += hexDigits[byte & 15];
    }
    return out;
}

Digest Digest::fromRaw(std::string_view raw) {
    Digest digest;
    std::copy_n(raw.begin(), std::min(raw.size(), digest.bytes.size()), digest.bytes.begin());
    return digest;
}

std::optional<Digest> Digest::parse(std::string_view hex) {
    if (hex.size() != 64) return {};
    Digest digest;
    for (std::size_t i = 0; i < 32; ++i) {
        const int high = hexValue(hex[2 * i]), low = hexValue(hex[2 * i + 1]);
        if (high < 0 || low < 0) return {};
        digest.bytes[i] = static_cast<std::uint8_t>(high << 4 | low);
    }
    return digest;
}

std::string formatTime(Milliseconds milliseconds) {
    using namespace std::chrono;
    const sys_time<std::chrono::milliseconds> moment{std::chrono::milliseconds{milliseconds}};
    const auto day = floor<days>(moment);
    const year_month_day date{day};
    const hh_mm_ss clock{moment - day};
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return text;
}

std::optional<Milliseconds> parseTime(std::string_view text) {
    using namespace std::chrono;
    std::size_t at = 0;
    const auto year_ = readDigits(text, at, 4);
    if (!year_ || !readChar(text, at, "-")) return {};
    const auto month_ = readDigits(text, at, 2);
    if (!month_ || !readChar(text, at, "-")) return {};
    const auto day_ = readDigits(text, at, 2);
    if (!day_ || !readChar(text, at, "Tt ")) return {};
    const auto hour = readDigits(text, at, 2);
    if (!hour || !readChar(text, at, ":")) return {};
    const auto minute = readDigits(text, at, 2);
    if (!minute || !readChar(text, at, ":")) return {};
    const auto second = readDigits(text, at, 2);
    if (!second) return {};
    int thousandths = 0;
    if (readChar(text, at, ".")) {
        const std::size_t first = at;
        for (int weight = 100; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, weight /= 10)
            thousandths += (text[at] - '0') * weight;
        if (at == first || at - first > 9) return {};
    }
    int offset = 0;
    if (!readChar(text, at, "Zz")) {
        const int sign = at < text.size() && text[at] == '-' ? -1 : 1;
        if (!readChar(text, at, "+-")) return {};
        const auto hours_ = readDigits(text, at, 2);
        if (!hours_ || !readChar(text, at, ":")) return {};
        const auto minutes_ = readDigits(text, at, 2);
        if (!minutes_ || *hours_ > 23 || *minutes_ > 59) return {};
        offset = sign * (*hours_ * 60 + *minutes_);
    }
    const year_month_day date{year{*year_}, month{static_cast<unsigned>(*month_)},
                              day{static_cast<unsigned>(*day_)}};
    if (at != text.size() || !date.ok() || *year_ < 1970 || *hour > 23 || *minute > 59 || *second > 60)
        return {};
    const auto moment = sys_days{date} + hours{*hour} + minutes{*minute} + seconds{*second} - minutes{offset};
    const Milliseconds time =
        duration_cast<std::chrono::milliseconds>(moment.time_since_epoch()).count() + thousandths;
    // An offset can lead out of the years that can be written.
    if (time < 0 || time > lastMillisecond) return {};
    return time;
}

}  // namespace remise::domain
