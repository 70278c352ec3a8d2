#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "drivers/printers/line.h"

namespace remise::drivers {

/// Where a network printer listens.
struct TcpAddress {
    std::string host;  ///< an IPv4 or IPv6 address in digits, never a name
    std::uint16_t port = 9100;

    bool operator==(const TcpAddress&) const = default;
};

/// "192.168.1.20", "192.168.1.20:9101", "[fd00::9]:9100". Nothing unless it is an address inside the house
/// (private, link-local, this computer itself) and a printer's port: 9100 to 9109, any on this computer. A
/// label carries data of the house, and no setting sends it out of it.
std::optional<TcpAddress> readTcpAddress(std::string_view);

/// The way to a printer that listens on a TCP port (9100, "raw"). Connects when it is first used, and again
/// in recover() after the connection was lost. What counts as sent is what the printer has acknowledged, not
/// what waits in this computer.
class TcpLine : public Line {
public:
    explicit TcpLine(TcpAddress);
    ~TcpLine() override;

    Sent send(std::string_view bytes, Patience) override;
    Received receive(std::size_t atMost, Patience) override;
    bool recover() override;
    std::optional<std::string> deviceId() override { return std::nullopt; }
    std::optional<std::uint8_t> portStatus() override { return std::nullopt; }

private:
    enum class Wanted { readable, writable };
    bool waitFor(Wanted, Patience) const;
    LineFault connect(Patience);
    /// Of the bytes that were sent, those that the printer's side has not acknowledged.
    [[nodiscard]] std::size_t unacknowledged() const;
    [[nodiscard]] std::size_t waitForAcknowledgement(Patience) const;
    LineFault lose();

    TcpAddress m_address;
    int m_socket = -1;
    bool m_wasConnected = false;
};

}  // namespace remise::drivers
