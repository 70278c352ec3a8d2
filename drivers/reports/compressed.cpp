#include "drivers/reports/compressed.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;

namespace {

constexpr std::size_t mostUnpacked = 16U << 20;

/// zlib wants bytes of its own sign, and reads them only.
Bytef* bytesOf(std::string_view text) {
    return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
}

struct Inflation {
    z_stream stream{};

    Inflation() {
        if (inflateInit(&stream) != Z_OK) throw std::runtime_error("zlib cannot begin to unpack");
    }
    ~Inflation() { inflateEnd(&stream); }
    Inflation(const Inflation&) = delete;
    Inflation& operator=(const Inflation&) = delete;
};

}  // namespace

domain::Outcome<std::string> unpackZlib(std::string_view packed) {
    const Refusal damaged(domain::refusals::reportField, {{"field", "zlib"}});
    if (packed.size() > std::numeric_limits<uInt>::max()) return damaged;
    Inflation inflation;
    z_stream& stream = inflation.stream;
    stream.next_in = bytesOf(packed);
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string text;
    std::array<char, 65536> part{};
    for (int state = Z_OK; state != Z_STREAM_END;) {
        stream.next_out = reinterpret_cast<Bytef*>(part.data());
        stream.avail_out = part.size();
        state = inflate(&stream, Z_NO_FLUSH);
        if (state != Z_OK && state != Z_STREAM_END) return damaged;
        text.append(part.data(), part.size() - stream.avail_out);
        if (text.size() > mostUnpacked) return Refusal(domain::refusals::tooLarge, {{"limit", "16 MiB"}});
    }
    return text;
}

std::string packZlib(std::string_view text) {
    uLongf size = compressBound(text.size());
    std::string packed(size, '\0');
    if (compress(reinterpret_cast<Bytef*>(packed.data()), &size, bytesOf(text), text.size()) != Z_OK)
        throw std::runtime_error("zlib cannot pack " + std::to_string(text.size()) + " bytes");
    packed.resize(size);
    return packed;
}

}  // namespace remise::drivers::reports
