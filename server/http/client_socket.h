#pragma once

#include <Poco/Net/StreamSocket.h>

#include <string>
#include <string_view>

namespace remise::http {

/// A client's socket, plain or TLS, that keeps nobody waiting.
class ClientSocket {
public:
    enum class Kind { plain, secure };
    enum class Progress { done, later, gone };

    /// Freshly accepted; of a secure one, the handshake is still to come.
    ClientSocket(const Poco::Net::StreamSocket&, Kind);

    /// Appends what has come; `later` when nothing has. The handshake comes first.
    Progress receive(std::string& to);
    /// Sends what can be sent and takes it off the front of `rest`; `later` when something is left.
    Progress send(std::string_view& rest);
    /// Says that nothing more comes from us.
    void endSending();

    [[nodiscard]] int descriptor() const;
    [[nodiscard]] bool isSecure() const { return m_kind == Kind::secure; }
    [[nodiscard]] bool isShakingHands() const { return m_isShakingHands; }
    /// What stopped it last: TLS may have to write before it can read, and the other way round.
    [[nodiscard]] bool waitsToWrite() const { return m_waitsToWrite; }
    [[nodiscard]] std::string address() const;

private:
    std::ptrdiff_t receiveSome(char* bytes, std::size_t most);
    std::ptrdiff_t sendSome(std::string_view);
    Progress stoppedBy(std::ptrdiff_t result);
    Progress shakeHands();

    Poco::Net::StreamSocket m_socket;
    Kind m_kind;
    bool m_isShakingHands;
    bool m_waitsToWrite = false;
};

}  // namespace remise::http
