#pragma once

#include <string>

#include "server/domain/value.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "tests/server/working_floor.h"
#include "tests/support/server_process.h"
#include "tests/support/test_database.h"

namespace remise::test {

/// A server of its own with its database, some machines that came in, and people who read what there is.
class House {
public:
    House();

    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
    [[nodiscard]] std::string receivedLaptop() const { return m_floor->receivedLaptop(port()); }
    [[nodiscard]] std::string newTerminal();
    /// The badge of a new worker.
    [[nodiscard]] std::string newWorker();

    /// What somebody in this role is answered.
    [[nodiscard]] domain::Value read(domain::Role, const std::string& target);
    [[nodiscard]] domain::Value unit(const std::string& code) {
        return read(domain::Role::leader, "/api/v1/units/" + code);
    }
    /// Of its events, in order, with blanks between.
    [[nodiscard]] std::string kindsOf(const std::string& unit);
    [[nodiscard]] bool hasAlert(const std::string& kind);
    [[nodiscard]] bool isWhole();
    [[nodiscard]] db::Pool& pool() { return m_database.pool(); }

private:
    TestDatabase m_database;
    TemporaryFolder m_folder;
    ServerProcess m_server;
    std::optional<identity::ServerSecret> m_secret;
    std::optional<WorkingFloor> m_floor;
};

}  // namespace remise::test
