#pragma once

#include <QNetworkAccessManager>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "server/domain/language.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"

namespace remise::terminal {

/// Why there is no answer to work with, in words for the worker.
struct Trouble {
    std::string code;  ///< of the refusal; "server_away" when the server was not reached
    std::string text;
    std::string step{};  ///< what the unit waits for instead, where that is the trouble
};

Trouble troubleOf(const domain::Refusal&, domain::Language);

/// What the server said to one request.
struct Answer {
    int status = 0;    ///< HTTP; 0 when nothing came back
    std::string text;  ///< as sent
    domain::Value body;
    std::optional<Trouble> trouble;
    std::optional<std::chrono::milliseconds> retryAfter;  ///< how long the server asks to be left alone

    [[nodiscard]] bool ok() const { return !trouble; }
    /// Neither yes nor no: the network, the server or its database is away, or has too much to do.
    [[nodiscard]] bool isAway() const;
};

/// The server's JSON API, seen from the floor. Every answer arrives later, in the thread that asked, exactly
/// once, unless the client ends before.
class Client : public QObject {
    Q_OBJECT
public:
    using Then = std::function<void(const Answer&)>;

    /// After `quiet` without a request it looks by itself whether the server is there.
    Client(QUrl server, domain::Language language, QObject* parent = nullptr,
           std::chrono::milliseconds quiet = std::chrono::seconds(5));

    [[nodiscard]] const QUrl& server() const { return m_server; }
    void setToken(std::string token) { m_token = std::move(token); }
    void setLanguage(domain::Language language) { m_language = language; }
    [[nodiscard]] domain::Language language() const { return m_language; }

    /// The last request, or the last look, found nobody who could answer.
    [[nodiscard]] bool isAway() const { return m_isAway; }

    void get(const std::string& path, Then);
    void post(const std::string& path, const std::string& body, Then);
    void post(const std::string& path, const domain::Value& body, Then);
    /// A stream of events; ends when the server says nothing for long. The caller's to delete.
    [[nodiscard]] QNetworkReply* listen(const std::string& path);

signals:
    void awayChanged();
    /// The server has accepted higher numbers from this terminal than it remembers: up to this one.
    void foundRestored(qint64 highest);

private:
    [[nodiscard]] QNetworkRequest request(const std::string& path) const;
    void wait(QNetworkReply*, Then);
    [[nodiscard]] Answer read(QNetworkReply&) const;
    void note(bool isAway);
    void look();

    QUrl m_server;
    domain::Language m_language;
    std::string m_token;
    bool m_isAway = false;
    QTimer m_quiet;  ///< runs out when nothing was asked for a while
    QNetworkAccessManager m_network;
};

}  // namespace remise::terminal
