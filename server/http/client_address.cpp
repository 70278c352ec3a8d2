#include "server/http/client_address.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "server/http/escapes.h"

namespace remise::http {
namespace {

/// IPv4 as a socket for both kinds shows it: ::ffff:192.0.2.7.
std::string_view withoutMapping(std::string_view address) {
    constexpr std::string_view mapped = "::ffff:";
    return address.starts_with(mapped) ? address.substr(mapped.size()) : address;
}

}  // namespace

bool isTrustedProxy(std::string_view peer, std::string_view trustedProxy) {
    return !trustedProxy.empty() && withoutMapping(peer) == withoutMapping(trustedProxy);
}

std::string clientAddress(std::string_view peer, std::string_view forwardedFor,
                          std::string_view trustedProxy) {
    if (!isTrustedProxy(peer, trustedProxy)) return std::string(peer);
    const std::string last(trimmed(split(forwardedFor, ',').back()));
    return isNetworkAddress(last) ? last : std::string(peer);
}

std::string networkOf(const std::string& address) {
    const std::string plain(withoutMapping(address));
    in6_addr network;
    if (::inet_pton(AF_INET6, plain.c_str(), &network) != 1) return plain;
    std::fill(std::begin(network.s6_addr) + 8, std::end(network.s6_addr), std::uint8_t{0});
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(AF_INET6, &network, text.data(), text.size());
    return text.data();
}

bool isNetworkAddress(const std::string& text) {
    in6_addr room;
    return ::inet_pton(AF_INET, text.c_str(), &room) == 1 || ::inet_pton(AF_INET6, text.c_str(), &room) == 1;
}

}  // namespace remise::http
