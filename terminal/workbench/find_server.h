#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Where the server says that it is, by multicast DNS (RFC 6762, service type `_remise._tcp`, RFC 6763): for
/// networks whose DHCP nobody can change. A proposal like any other: the image's key decides whose jobs are
/// believed.
namespace remise::workbench {

/// The `url` of a service `_remise._tcp` in an answer; nothing when there is none, or the packet is damaged.
std::optional<std::string> serverIn(std::string_view packet);

/// Asks the network, three times within the patience; nothing when nobody answers.
std::optional<std::string> askNetwork(std::chrono::milliseconds patience = std::chrono::seconds(3),
                                      const std::string& group = "224.0.0.251", std::uint16_t port = 5353);

}  // namespace remise::workbench
