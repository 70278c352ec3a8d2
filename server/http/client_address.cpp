#include "server/http/client_address.h"

#include <arpa/inet.h>

#include "server/http/escapes.h"

namespace remise::http {
namespace {

/// IPv4 as a socket for both kinds shows it: ::ffff:192.0.2.7.
std::string_view withoutMapping(std::string_view address) {
    constexpr std::string_view mapped = "::ffff:";
    return address.starts_with(mapped) ? address.substr(mapped.size()) : address;
}

}  // namespace

std::string clientAddress(std::string_view peer, std::string_view forwardedFor,
                          std::string_view trustedProxy) {
    if (trustedProxy.empty() || withoutMapping(peer) != withoutMapping(trustedProxy))
        return std::string(peer);
    const std::string last(trimmed(split(forwardedFor, ',').back()));
    return isNetworkAddress(last) ? last : std::string(peer);
}

bool isNetworkAddress(const std::string& text) {
    in6_addr room;
    return ::inet_pton(AF_INET, text.c_str(), &room) == 1 || ::inet_pton(AF_INET6, text.c_str(), &room) == 1;
}

}  // namespace remise::http
