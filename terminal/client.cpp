#include "terminal/client.h"

#include <QDateTime>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <algorithm>
#include <chrono>
#include <utility>

#include "server/domain/ids.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"

namespace remise::terminal {

using namespace std::chrono_literals;

namespace {

/// Past this the server counts as away, and the command is sent again.
constexpr auto patience = 10s;
/// A worker waits for what is asked: what is known here is used sooner.
constexpr auto patienceOfWorkers = 3s;
/// A stream beats at least every fifteen seconds.
constexpr auto patienceWithStreams = 40s;
/// What answers in the server's place, as a portal of the network does, may ask for a day.
constexpr std::chrono::milliseconds longestLeftAlone = 1min;

}  // namespace

Trouble troubleOf(const domain::Refusal& refusal, domain::Language language) {
    const auto step = refusal.details().find("next");
    return {std::string(refusal.code()), refusal.text(language),
            step == refusal.details().end() ? "" : step->second};
}

bool Answer::isAway() const {
    constexpr int tooSlow = 408, tooManyRequests = 429;
    return trouble && (trouble->code == domain::refusals::serverAway.code || status >= 500 ||
                       status == tooSlow || status == tooManyRequests);
}

Client::Client(QUrl server, domain::Language language, QObject* parent, std::chrono::milliseconds quiet)
    : QObject(parent), m_server(std::move(server)), m_language(language) {
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quiet);
    connect(&m_quiet, &QTimer::timeout, this, &Client::look);
    m_network.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patience).count()));
}

QNetworkRequest Client::request(const std::string& path) const {
    QNetworkRequest request(m_server.resolved(QUrl(QString::fromStdString(path))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/json");
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Remise-Clock",
                         QByteArray::fromStdString(domain::formatTime(QDateTime::currentMSecsSinceEpoch())));
    request.setRawHeader("Accept-Language", domain::languageTag(m_language).data());
    if (!m_token.empty())
        request.setRawHeader("Authorization", QByteArray::fromStdString("Bearer " + m_token));
    return request;
}

void Client::get(const std::string& path, Then then) {
    QNetworkRequest question = request(path);
    question.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patienceOfWorkers).count()));
    wait(m_network.get(question), std::move(then));
}

QNetworkReply* Client::listen(const std::string& path) {
    QNetworkRequest question = request(path);
    question.setRawHeader("Accept", "text/event-stream");
    question.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patienceWithStreams).count()));
    return m_network.get(question);
}

void Client::post(const std::string& path, const std::string& body, Then then) {
    wait(m_network.post(request(path), QByteArray::fromStdString(body)), std::move(then));
}

void Client::post(const std::string& path, const domain::Value& body, Then then) {
    post(path, domain::canonicalJson(body), std::move(then));
}

void Client::wait(QNetworkReply* reply, Then then) {
    connect(reply, &QNetworkReply::finished, this, [this, reply, then = std::move(then)] {
        reply->deleteLater();
        const Answer answer = read(*reply);
        note(answer.isAway());
        if (const QByteArray highest = reply->rawHeader("Remise-Restored"); !highest.isEmpty())
            emit foundRestored(highest.toLongLong());
        then(answer);
    });
}

void Client::note(bool isAway) {
    m_quiet.start();
    if (std::exchange(m_isAway, isAway) != isAway) emit awayChanged();
}

/// The corner of the screen says that work gets through: nobody should learn otherwise by the next scan.
void Client::look() {
    QNetworkRequest question = request("/readyz");
    question.setTransferTimeout(static_cast<int>(std::chrono::milliseconds(patienceOfWorkers).count()));
    QNetworkReply* reply = m_network.get(question);
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        note(reply->readAll().trimmed() != "ready");
    });
}

Answer Client::read(QNetworkReply& reply) const {
    Answer answer;
    answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.text = reply.readAll().toStdString();
    auto body = wire::readJson(answer.text);
    if (body) answer.body = std::move(*body);
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (isNumber && seconds >= 0) {
        answer.retryAfter =
            std::min<std::chrono::milliseconds>(std::chrono::seconds(seconds), longestLeftAlone);
    }

    const bool accepted = answer.status >= 200 && answer.status < 300;
    if (accepted && reply.error() == QNetworkReply::NoError && body) return answer;
    if (!accepted && body && answer.body.has("code")) {
        answer.trouble =
            Trouble{answer.body.textOr("code"), answer.body.textOr("detail", answer.body.textOr("message"))};
    } else {
        answer.trouble = troubleOf(domain::Refusal(domain::refusals::serverAway), m_language);
    }
    return answer;
}

}  // namespace remise::terminal
