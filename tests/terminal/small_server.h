#pragma once

#include <QPointer>
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
        std::string head{};    ///< more lines of it, each with its end
    };

    std::function<Said(const Asked&)> answer;
    /// True for what is not answered before release(); nothing is held back by itself.
    std::function<bool(const Asked&)> holdsBack = [](const Asked&) { return false; };
    std::vector<Asked> asked;

    SmallServer();
    [[nodiscard]] QUrl url() const;

    /// How many questions are held back.
    [[nodiscard]] std::size_t held() const { return m_held.size(); }
    /// Answers one of them, by its place in the order of asking.
    void release(std::size_t place = 0);

private:
    struct Held {
        QPointer<QTcpSocket> socket;
        Asked asked;
    };

    void reply(QTcpSocket& socket, const Asked&);
    void take(QTcpSocket& socket);

    QTcpServer m_server;
    std::vector<Held> m_held;
};

/// Lets Qt work until it is true; fails the test when nothing happens for long.
void waitUntil(const std::function<bool()>& isTrue);
