#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "drivers/printers/tcp/tcp_line.h"

namespace remise::drivers {
namespace {

enum class Reach { outside, house, thisComputer };

Reach reachOf4(std::uint32_t address) {
    struct Net {
        std::uint32_t begin;
        int bits;
    };
    // RFC 1918 and RFC 3927.
    constexpr std::array house{Net{0x0a000000, 8}, Net{0xac100000, 12}, Net{0xc0a80000, 16},
                               Net{0xa9fe0000, 16}};
    if (address >> 24 == 127) return Reach::thisComputer;
    const bool isInside = std::ranges::any_of(
        house, [&](const Net& net) { return address >> (32 - net.bits) == net.begin >> (32 - net.bits); });
    return isInside ? Reach::house : Reach::outside;
}

Reach reachOf6(const in6_addr& address) {
    if (IN6_IS_ADDR_LOOPBACK(&address)) return Reach::thisComputer;
    // RFC 4193 and RFC 4291, 2.5.6. Never an IPv4 address in disguise.
    const bool isUnique = (address.s6_addr[0] & 0xfe) == 0xfc;
    return isUnique || IN6_IS_ADDR_LINKLOCAL(&address) ? Reach::house : Reach::outside;
}

Reach reachOf(const std::string& host) {
    in_addr four{};
    if (inet_pton(AF_INET, host.c_str(), &four) == 1) return reachOf4(ntohl(four.s_addr));
    in6_addr six{};
    if (inet_pton(AF_INET6, host.c_str(), &six) == 1) return reachOf6(six);
    return Reach::outside;
}

std::optional<std::uint16_t> readPort(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    if (error != std::errc() || end != text.data() + text.size() || port == 0) return std::nullopt;
    return port;
}

}  // namespace

std::optional<TcpAddress> readTcpAddress(std::string_view text) {
    std::string_view host = text, port;
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos) return std::nullopt;
        host = text.substr(1, end - 1);
        port = text.substr(end + 1);
    } else if (std::ranges::count(text, ':') == 1) {
        host = text.substr(0, text.find(':'));
        port = text.substr(host.size());
    }
    TcpAddress address{.host = std::string(host)};
    if (!port.empty()) {
        const auto number = port.starts_with(':') ? readPort(port.substr(1)) : std::nullopt;
        if (!number) return std::nullopt;
        address.port = *number;
    }
    const Reach reach = reachOf(address.host);
    const bool isPrinters = address.port >= 9100 && address.port <= 9109;
    if (reach == Reach::outside || (reach == Reach::house && !isPrinters)) return std::nullopt;
    return address;
}

}  // namespace remise::drivers
