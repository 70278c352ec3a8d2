#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "db/settings.h"
#include "server/domain/value.h"
#include "server/identity/secrets.h"

namespace remise::test {

/// One terminal and one worker of an organisation, enrolled in its database.
class WorkingFloor {
public:
    WorkingFloor(const db::Settings&, const identity::ServerSecret&);

    /// A new command, as the API takes it.
    [[nodiscard]] domain::Value command(std::string_view kind, std::string_view unit,
                                        domain::Value data = {}) const;
    /// What the server at this port answers; null when nobody does, and the `code` of a refused request.
    [[nodiscard]] domain::Value sendTo(std::uint16_t port, const domain::Value& command) const;
    /// The same command again and again, as an outbox does, until a server has answered it.
    [[nodiscard]] domain::Value sendUntilAnswered(const std::function<std::uint16_t()>& port,
                                                  const domain::Value& command) const;
    /// A laptop that has just come in; its code.
    [[nodiscard]] std::string receivedLaptop(std::uint16_t port) const;

    [[nodiscard]] const std::string& token() const { return m_token; }

private:
    std::string m_token, m_worker;
};

/// Somebody who blocks and unblocks a laptop of their own as fast as the server takes it.
class Load {
public:
    Load(const WorkingFloor&, std::function<std::uint16_t()> port);
    /// Stops after the answer to what is under way.
    ~Load();
    Load(const Load&) = delete;
    Load& operator=(const Load&) = delete;

    void stop();
    [[nodiscard]] int acknowledged() const { return m_acknowledged; }
    /// Returns when this many more have been acknowledged.
    void awaitMore(int) const;
    /// Ids of all commands that were accepted, in order; after stop().
    [[nodiscard]] const std::vector<std::string>& ids() const { return m_ids; }
    [[nodiscard]] const std::vector<domain::Value>& commands() const { return m_commands; }
    [[nodiscard]] const std::string& unit() const { return m_unit; }

private:
    void work();

    const WorkingFloor& m_floor;
    const std::function<std::uint16_t()> m_port;
    const std::string m_unit;
    std::atomic<bool> m_ending = false;
    std::atomic<int> m_acknowledged = 0;
    std::vector<std::string> m_ids;
    std::vector<domain::Value> m_commands;
    std::thread m_thread;
};

/// Commands of the load that are not in the database exactly once, as accepted.
std::vector<std::string> missingIn(const db::Settings&, const Load&);

}  // namespace remise::test
