#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <cstdint>
#include <vector>

namespace remise::test {

/// The network between one terminal and the server, which can be cut.
class Wire {
public:
    explicit Wire(std::uint16_t server);

    [[nodiscard]] QUrl url() const;
    void cut();
    void mend() { m_isCut = false; }

private:
    void carry(QTcpSocket* terminal);

    std::uint16_t m_serverPort;
    bool m_isCut = false;
    QTcpServer m_listener;
    std::vector<QPointer<QTcpSocket>> m_ends;
};

}  // namespace remise::test
