#include "tests/together/wire.h"

#include <stdexcept>

namespace remise::test {

Wire::Wire(std::uint16_t server) : m_serverPort(server) {
    if (!m_listener.listen(QHostAddress::LocalHost)) throw std::runtime_error("The wire has no port");
    QObject::connect(&m_listener, &QTcpServer::newConnection, &m_listener, [this] {
        while (QTcpSocket* terminal = m_listener.nextPendingConnection())
            m_isCut ? terminal->abort() : carry(terminal);
    });
}

QUrl Wire::url() const {
    return QUrl(QString("http://127.0.0.1:%1").arg(m_listener.serverPort()));
}

void Wire::carry(QTcpSocket* terminal) {
    auto* server = new QTcpSocket(terminal);
    const auto pour = [](QTcpSocket* from, QTcpSocket* to) {
        QObject::connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        QObject::connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    };
    pour(terminal, server);
    pour(server, terminal);
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
    m_ends.emplace_back(terminal);
}

void Wire::cut() {
    m_isCut = true;
    for (const auto& end : m_ends)
        if (end) end->abort();
    m_ends.clear();
}

}  // namespace remise::test
