#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remise::http {

/// Networks that somebody has listed: "192.168.10.0/24,fd00::/8". An address alone is a network of one.
class Networks {
public:
    /// Nothing when a part is no network in numbers, or has bits set behind its length.
    static std::optional<Networks> parse(std::string_view list);

    /// An IPv4 address also as a socket for both kinds shows it (::ffff:192.168.10.7).
    [[nodiscard]] bool contain(std::string_view address) const;

private:
    using Bytes = std::array<std::uint8_t, 16>;
    struct Network {
        Bytes bytes;
        unsigned bits;
    };

    static std::optional<Bytes> bytesOf(std::string_view address);
    static bool startsWith(const Bytes& address, const Network&);

    std::vector<Network> m_networks;
};

}  // namespace remise::http
