#include "terminal/workbench/find_server.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace remise::workbench {
namespace {

constexpr std::string_view service = "_remise._tcp.local";
constexpr std::uint16_t typePointer = 12, typeText = 16, classInternet = 1, answerToMe = 0x8000;
constexpr std::size_t headerBytes = 12, longestAddress = 200;

/// Reads a DNS message (RFC 1035, 4.1) from the front; whatever is not there reads as nothing.
class Reader {
public:
    explicit Reader(std::string_view packet) : m_packet(packet) {}

    std::optional<std::uint16_t> number() {
        if (m_packet.size() - m_at < 2) return {};
        const auto high = static_cast<std::uint8_t>(m_packet[m_at]),
                   low = static_cast<std::uint8_t>(m_packet[m_at + 1]);
        m_at += 2;
        return static_cast<std::uint16_t>(high << 8 | low);
    }
    bool skip(std::size_t bytes) {
        if (m_packet.size() - m_at < bytes) return false;
        m_at += bytes;
        return true;
    }
    std::optional<std::string_view> bytes(std::size_t count) {
        const std::size_t from = m_at;
        if (!skip(count)) return {};
        return m_packet.substr(from, count);
    }
    /// "remise._remise._tcp.local", in small letters. Pointers lead backwards only, so that none leads in a
    /// ring.
    std::optional<std::string> name() {
        std::string text;
        std::size_t at = m_at, before = m_at;
        bool hasJumped = false;
        for (;;) {
            if (at >= m_packet.size()) return {};
            const auto length = static_cast<std::uint8_t>(m_packet[at]);
            if (length >= 0xc0) {
                if (at + 1 >= m_packet.size()) return {};
                const std::size_t to =
                    std::size_t{length & 0x3fU} << 8 | static_cast<std::uint8_t>(m_packet[at + 1]);
                if (to >= before) return {};
                if (!hasJumped) m_at = at + 2;
                hasJumped = true;
                at = before = to;
                continue;
            }
            if (length > 63) return {};
            if (length == 0) break;
            if (at + 1 + length > m_packet.size()) return {};
            if (!text.empty()) text += '.';
            for (const unsigned char c : m_packet.substr(at + 1, length))
                text += static_cast<char>(std::tolower(c));
            at += 1 + std::size_t{length};
        }
        if (!hasJumped) m_at = at + 1;
        return text;
    }

private:
    std::string_view m_packet;
    std::size_t m_at = 0;
};

/// Visible ASCII that begins like an address.
bool isAddress(std::string_view text) {
    const bool isPlain = std::ranges::all_of(text, [](char c) { return c > ' ' && c <= '~'; });
    return isPlain && text.size() <= longestAddress &&
           (text.starts_with("http://") || text.starts_with("https://"));
}

/// The texts of a TXT record, each behind its length.
std::optional<std::string> urlIn(std::string_view texts) {
    constexpr std::string_view mark = "url=";
    while (!texts.empty()) {
        const auto length = static_cast<std::uint8_t>(texts.front());
        if (texts.size() < std::size_t{length} + 1) return {};
        const std::string_view text = texts.substr(1, length);
        texts.remove_prefix(std::size_t{length} + 1);
        if (text.starts_with(mark) && isAddress(text.substr(mark.size())))
            return std::string(text.substr(mark.size()));
    }
    return {};
}

std::string question() {
    std::string packet(headerBytes, '\0');
    packet[5] = 1;  // one question
    for (const std::string_view label : {"_remise", "_tcp", "local"}) {
        packet += static_cast<char>(label.size());
        packet += label;
    }
    packet += '\0';
    for (const std::uint16_t number : {typePointer, static_cast<std::uint16_t>(classInternet | answerToMe)}) {
        packet += static_cast<char>(number >> 8);
        packet += static_cast<char>(number & 0xff);
    }
    return packet;
}

/// Closes itself.
struct Socket {
    int handle = ::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    Socket() = default;
    Socket(const Socket&) = delete;
    ~Socket() {
        if (handle >= 0) ::close(handle);
    }
};

}  // namespace

std::optional<std::string> serverIn(std::string_view packet) {
    Reader reader(packet);
    std::array<std::uint16_t, headerBytes / 2> header{};
    for (std::uint16_t& field : header) {
        const auto said = reader.number();
        if (!said) return {};
        field = *said;
    }
    if ((header[1] & 0x8000) == 0) return {};  // a question
    for (int n = 0; n < header[2]; ++n)
        if (!reader.name() || !reader.skip(4)) return {};
    const int records = header[3] + header[4] + header[5];
    for (int n = 0; n < records; ++n) {
        const auto name = reader.name();
        const auto type = reader.number();
        if (!name || !type || !reader.skip(6)) return {};  // class, time to live
        const auto length = reader.number();
        const auto data = length ? reader.bytes(*length) : std::nullopt;
        if (!data) return {};
        if (*type == typeText && name->ends_with("." + std::string(service)))
            if (auto url = urlIn(*data)) return url;
    }
    return {};
}

std::optional<std::string> askNetwork(std::chrono::milliseconds patience, const std::string& group,
                                      std::uint16_t port) {
    constexpr int tries = 3;
    const Socket socket;
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    if (socket.handle < 0 || ::inet_pton(AF_INET, group.c_str(), &to.sin_addr) != 1) return {};
    const std::string asked = question();
    for (int n = 0; n < tries; ++n) {
        (void)::sendto(socket.handle, asked.data(), asked.size(), 0, reinterpret_cast<const sockaddr*>(&to),
                       sizeof to);
        const auto until = std::chrono::steady_clock::now() + patience / tries;
        for (;;) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
                until - std::chrono::steady_clock::now());
            pollfd waits{socket.handle, POLLIN, 0};
            if (left.count() <= 0 || ::poll(&waits, 1, static_cast<int>(left.count())) <= 0) break;
            std::array<char, 9000> packet{};
            const auto got = ::recv(socket.handle, packet.data(), packet.size(), 0);
            if (got <= 0) break;
            if (auto server = serverIn({packet.data(), static_cast<std::size_t>(got)})) return server;
        }
    }
    return {};
}

}  // namespace remise::workbench
