#include "tests/terminal/small_server.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QUrl>
#include <stdexcept>

SmallServer::SmallServer() {
    if (!m_server.listen(QHostAddress::LocalHost)) throw std::runtime_error("The small server has no port");
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { take(*socket); });
    });
}

QUrl SmallServer::url() const {
    return QUrl(QString("http://127.0.0.1:%1").arg(m_server.serverPort()));
}

void SmallServer::take(QTcpSocket& socket) {
    const std::string text = socket.peek(1 << 20).toStdString();
    const std::size_t end = text.find("\r\n\r\n");
    if (end == std::string::npos) return;
    const std::string head = text.substr(0, end + 2);
    const std::size_t length = head.find("Content-Length: ");
    const std::size_t size = length == std::string::npos ? 0 : std::stoul(head.substr(length + 16));
    if (text.size() < end + 4 + size) return;
    socket.read(static_cast<qint64>(end + 4 + size));

    const std::size_t path = head.find(' ') + 1;
    asked.push_back({head.substr(0, path - 1), head.substr(path, head.find(' ', path) - path), head,
                     text.substr(end + 4, size)});
    if (holdsBack(asked.back())) return m_held.push_back({&socket, asked.back()});
    reply(socket, asked.back());
}

void SmallServer::release(std::size_t place) {
    const Held held = m_held.at(place);
    m_held.erase(m_held.begin() + static_cast<std::ptrdiff_t>(place));
    if (held.socket) reply(*held.socket, held.asked);
}

void SmallServer::reply(QTcpSocket& socket, const Asked& question) {
    const Said said = answer(question);
    if (said.hangsUp) return socket.abort();
    socket.write(("HTTP/1.1 " + std::to_string(said.status) +
                  " so\r\nContent-Type: application/json\r\nContent-Length: " +
                  std::to_string(said.body.size()) + "\r\n" + said.head + "\r\n" + said.body)
                     .c_str());
}

void waitUntil(const std::function<bool()>& isTrue) {
    const QDeadlineTimer patience(30'000);
    while (!isTrue()) {
        if (patience.hasExpired()) throw std::runtime_error("Nothing happened for half a minute");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 100);
    }
}
