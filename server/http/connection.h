#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/http/client_socket.h"
#include "server/http/limits.h"
#include "server/http/request_intake.h"
#include "server/http/write_reply.h"

namespace remise::http {

/// One client's connection: requests are gathered, replies are sent, and nobody ever waits in here. It
/// belongs to one thread at a time.
class Connection {
public:
    using Clock = std::chrono::steady_clock;

    Connection(ClientSocket, const Router&, const Patience&, std::string trustedProxy);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    enum class Next {
        wait,   ///< until the socket is ready (see waitsToWrite) or the deadline is over
        serve,  ///< a whole request is there, or one to refuse
        end,
    };
    /// Goes on as far as it can: sends what is left, reads what has come.
    Next go();
    /// From now on it has no more than this.
    void hurry(std::chrono::milliseconds);
    /// To be called once the deadline is over.
    Next giveUp();

    /// The request that is to be served.
    [[nodiscard]] RequestIntake& intake() { return *m_intake; }
    /// Answers it; the next go() sends.
    void answer(const Reply&, Afterwards wish = Afterwards::goOn);
    /// The socket, for who goes on with it alone.
    [[nodiscard]] ClientSocket release() { return std::move(m_socket); }

    [[nodiscard]] Clock::time_point deadline() const { return m_deadline; }
    [[nodiscard]] int descriptor() const { return m_socket.descriptor(); }
    [[nodiscard]] bool waitsToWrite() const { return m_socket.waitsToWrite(); }
    [[nodiscard]] const std::string& peer() const { return m_origin.peer; }
    /// With whom it is counted together.
    [[nodiscard]] const std::string& network() const { return m_network; }
    /// Nothing of a next request has come, and nothing is left to be sent.
    [[nodiscard]] bool isIdle() const { return m_phase == Phase::idle; }
    /// Part of a request has come, or of a handshake.
    [[nodiscard]] bool isSending() const { return m_phase == Phase::reading || m_phase == Phase::greeting; }
    /// So much of a request has come that it can be answered.
    [[nodiscard]] bool hasBegun() const { return m_phase == Phase::reading; }
    /// A reply is not all sent yet.
    [[nodiscard]] bool isReplying() const { return m_phase == Phase::replying; }
    /// Bytes gathered, or waiting to be read by the client, when it last went on.
    [[nodiscard]] std::size_t size() const { return m_size; }
    /// Dropped by giveUp because it was too slow.
    [[nodiscard]] bool wasTooSlow() const { return m_wasTooSlow; }

private:
    enum class Phase { greeting, idle, reading, replying, parting };
    enum class Left { again, wait, end };

    Next advance();
    Next read();
    void count();
    Left send();
    Left part();
    void enter(Phase, std::chrono::milliseconds);
    void beginRequest();

    const Router& m_router;
    const Patience& m_patience;
    ClientSocket m_socket;
    Origin m_origin;
    std::string m_network;
    std::optional<RequestIntake> m_intake;
    std::string m_received, m_reply;
    std::size_t m_sent = 0, m_size = 0;
    Phase m_phase = Phase::idle;
    Phase m_afterReply = Phase::idle;
    bool m_wasTooSlow = false;
    Clock::time_point m_deadline;
};

}  // namespace remise::http
