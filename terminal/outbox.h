#pragma once

#include <QObject>
#include <QTimer>
#include <deque>

#include "server/domain/command.h"
#include "terminal/client.h"

namespace remise::terminal {

/// Commands on their way to the server, in order. Each is sent again under its own id until the server has
/// answered, so it counts once whatever the network does. Kept in memory.
class Outbox : public QObject {
    Q_OBJECT
public:
    explicit Outbox(Client& client, QObject* parent = nullptr);

    void add(domain::Command command);
    [[nodiscard]] int waiting() const { return static_cast<int>(m_commands.size()); }

signals:
    void answered(const remise::domain::CommandReply& reply);
    void waitingChanged();

private:
    void send();
    void take(const Answer&);
    void settle(std::size_t count, const std::vector<domain::CommandReply>&);

    Client& m_client;
    std::deque<domain::Command> m_commands;
    std::size_t m_underWay = 0;  ///< how many of the first are being sent
    QTimer m_again;
};

}  // namespace remise::terminal
