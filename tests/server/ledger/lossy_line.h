#pragma once

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/support/test_database.h"

namespace remise::test {

/// A line to the database server that breaks when it is told to: at a COMMIT, before it reaches the server or
/// after the server has answered it.
class LossyLine {
public:
    enum class Loss { none, commitLost, answerLost };

    explicit LossyLine(std::string server) : m_server(std::move(server)), m_path(m_folder.path() / "s") {
        m_listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(m_path);
        if (bind(m_listener, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0 ||
            listen(m_listener, 16) != 0)
            throw std::runtime_error("cannot listen on " + m_path);
        m_taking = std::thread([this] { takeCalls(); });
    }
    ~LossyLine() {
        m_ending = true;
        shutdown(m_listener, SHUT_RDWR);
        m_taking.join();
        for (std::thread& line : m_carrying)
            line.join();
        close(m_listener);
    }
    LossyLine(const LossyLine&) = delete;
    LossyLine& operator=(const LossyLine&) = delete;

    [[nodiscard]] const std::string& path() const { return m_path; }
    void loseNextCommit(Loss loss) { m_next = loss; }
    [[nodiscard]] int lost() const { return m_lost; }

private:
    static sockaddr_un addressOf(const std::string& path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        return address;
    }

    void takeCalls() {
        for (int client = 0; (client = accept(m_listener, nullptr, nullptr)) >= 0;)
            m_carrying.emplace_back([this, client] { carry(client); });
    }

    void carry(int client) {
        const int server = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const sockaddr_un address = addressOf(m_server);
        if (connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0)
            while (!m_ending && carrySome(client, server)) {
            }
        close(server);
        close(client);
    }

    /// False when one of the ends is gone, or the line breaks.
    bool carrySome(int client, int server) {
        constexpr int lookAgain = 50;
        std::array<pollfd, 2> ends{{{client, POLLIN, 0}, {server, POLLIN, 0}}};
        if (poll(ends.data(), ends.size(), lookAgain) < 0) return false;
        std::array<char, 65536> bytes{};
        for (const pollfd& end : ends) {
            if (end.revents == 0) continue;
            const ssize_t got = read(end.fd, bytes.data(), bytes.size());
            if (got <= 0) return false;
            const std::string_view text(bytes.data(), static_cast<std::size_t>(got));
            const bool isCommit = end.fd == client && text.find(
                                                          "\x03"
                                                          "COMMIT") != text.npos;
            const Loss loss = isCommit ? m_next.exchange(Loss::none) : Loss::none;
            if (loss == Loss::commitLost) return ++m_lost, false;
            const int to = end.fd == client ? server : client;
            if (write(to, text.data(), text.size()) != got) return false;
            if (loss == Loss::answerLost) {
                (void)!read(server, bytes.data(), bytes.size());  // it has committed
                return ++m_lost, false;
            }
        }
        return true;
    }

    TemporaryFolder m_folder;
    const std::string m_server, m_path;
    int m_listener = -1;
    std::atomic<bool> m_ending = false;
    std::atomic<Loss> m_next = Loss::none;
    std::atomic<int> m_lost = 0;
    std::thread m_taking;
    std::vector<std::thread> m_carrying;  ///< the taking thread's, until it has ended
};

}  // namespace remise::test
