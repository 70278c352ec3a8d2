#include "server/http/networks.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "server/http/escapes.h"

namespace remise::http {
namespace {

constexpr unsigned mappedBits = 96;  ///< of ::ffff:0:0, which stands before an IPv4 address

std::optional<unsigned> lengthOf(std::string_view text, unsigned most) {
    unsigned bits = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bits);
    if (error != std::errc() || end != text.data() + text.size() || bits > most) return {};
    return bits;
}

}  // namespace

std::optional<Networks::Bytes> Networks::bytesOf(std::string_view address) {
    const std::string text(address);
    Bytes bytes{};
    if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    if (::inet_pton(AF_INET, text.c_str(), bytes.data() + 12) == 1) return bytes;
    return {};
}

bool Networks::startsWith(const Bytes& address, const Network& network) {
    for (unsigned bit = 0; bit < network.bits; ++bit) {
        const unsigned mask = 0x80U >> (bit % 8);
        if (((address[bit / 8] ^ network.bytes[bit / 8]) & mask) != 0) return false;
    }
    return true;
}

std::optional<Networks> Networks::parse(std::string_view list) {
    Networks networks;
    for (const std::string_view part : split(list, ',')) {
        const std::string_view text = trimmed(part);
        const auto slash = text.find('/');
        const std::string_view address = text.substr(0, slash);
        const auto bytes = bytesOf(address);
        if (!bytes) return {};
        const bool isIpv4 = address.find(':') == std::string_view::npos;
        const unsigned most = isIpv4 ? 32 : 128;
        const auto bits =
            slash == std::string_view::npos ? std::optional(most) : lengthOf(text.substr(slash + 1), most);
        if (!bits) return {};
        Network network{*bytes, *bits + (isIpv4 ? mappedBits : 0)};
        for (unsigned bit = network.bits; bit < 128; ++bit)
            if ((network.bytes[bit / 8] & (0x80U >> (bit % 8))) != 0) return {};
        networks.m_networks.push_back(network);
    }
    return networks;
}

bool Networks::contain(std::string_view address) const {
    const auto bytes = bytesOf(address);
    return bytes && std::any_of(m_networks.begin(), m_networks.end(),
                                [&](const Network& network) { return startsWith(*bytes, network); });
}

}  // namespace remise::http
