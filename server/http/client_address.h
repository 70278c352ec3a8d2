#pragma once

#include <string>
#include <string_view>

namespace remise::http {

/// Also as a socket for IPv4 and IPv6 shows it. Nobody is trusted where no proxy is named.
bool isTrustedProxy(std::string_view peer, std::string_view trustedProxy);

/// The address of who asks. `forwardedFor` (header X-Forwarded-For) is believed from the trusted proxy only,
/// and only its last entry, which that proxy wrote itself: what stands before it anybody may have sent.
std::string clientAddress(std::string_view peer, std::string_view forwardedFor,
                          std::string_view trustedProxy);

/// Whom a limit counts together: with IPv6 one customer has 2^64 addresses (a /64), with IPv4 one.
std::string networkOf(const std::string& address);

/// An IPv4 or IPv6 address in numbers.
bool isNetworkAddress(const std::string&);

}  // namespace remise::http
