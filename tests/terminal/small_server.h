#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <functional>
#include <string>
#include <vector>

/// A server of a few lines, for tests of what speaks to one: keeps what it was asked, and answers as told.
class SmallServer {
public:
    struct Asked {
        std::string method;
        std::string path;
        std::string head;
        std::string body;
    };
    struct Said {
        int status = 200;
        std::string body{};
        bool hangsUp = false;  ///< cuts the line without an answer
    };

    std::function<Said(const Asked&)> answer;
    std::vector<Asked> asked;

    SmallServer();
    [[nodiscard]] QUrl url() const;

private:
    void take(QTcpSocket& socket);

    QTcpServer m_server;
};

/// Lets Qt work until it is true; fails the test when nothing happens for long.
void waitUntil(const std::function<bool()>& isTrue);
