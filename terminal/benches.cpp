#include "terminal/benches.h"

#include <QNetworkReply>
#include <algorithm>
#include <utility>

#include "server/wire/json.h"

namespace remise::terminal {

using domain::Value;

namespace {

/// What was said later counts, in whatever order it comes.
bool isNewer(const Value& one, const Value& other) {
    return one.textOr("seen_at") > other.textOr("seen_at");
}

const Value* find(const std::vector<Value>& all, const Value& bench) {
    const auto found =
        std::ranges::find_if(all, [&](const Value& one) { return one["report"] == bench["report"]; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

Benches::Benches(Client& client, QObject* parent, std::chrono::milliseconds between)
    : QObject(parent), m_client(client) {
    m_again.setSingleShot(true);
    m_again.setInterval(between);
    connect(&m_again, &QTimer::timeout, this, &Benches::ask);
    connect(&client, &Client::awayChanged, this, &Benches::noteAway);
}

Benches::~Benches() {
    stopListening();
}

void Benches::follow(bool wanted) {
    if (std::exchange(m_isFollowing, wanted) == wanted) return;
    m_all.clear();
    m_areOld = false;
    m_again.stop();
    stopListening();
    if (wanted) ask();
    emit changed();
}

void Benches::ask() {
    m_again.stop();
    m_client.get("/api/v1/benches", [this, question = ++m_question](const Answer& answer) {
        if (m_isFollowing && question == m_question) takeList(answer);
    });
}

void Benches::takeList(const Answer& answer) {
    m_areOld = !answer.ok();
    if (answer.ok()) {
        const Value& listed = answer.body["benches"];
        auto known = std::exchange(m_all, listed.isArray() ? listed.array() : Value::Array{});
        for (Value& bench : m_all)
            if (const Value* before = find(known, bench); before && isNewer(*before, bench)) bench = *before;
        if (!m_stream) listen();
    }
    m_again.start();
    emit changed();
}

void Benches::listen() {
    m_reader = {};
    m_stream = m_client.listen("/api/v1/benches/stream");
    connect(m_stream, &QNetworkReply::readyRead, this, &Benches::hear);
    connect(m_stream, &QNetworkReply::finished, this, &Benches::stopListening);
}

/// The next list opens it again.
void Benches::stopListening() {
    if (!m_stream) return;
    QNetworkReply* ended = m_stream;
    m_stream = nullptr;
    ended->disconnect(this);
    ended->abort();
    ended->deleteLater();
}

void Benches::hear() {
    for (const std::string& event : m_reader.read(m_stream->readAll().toStdString()))
        if (auto bench = wire::readJson(event); bench && (*bench)["report"].isText()) take(std::move(*bench));
    emit changed();
}

void Benches::take(Value bench) {
    if (const Value* known = find(m_all, bench)) {
        m_all[static_cast<std::size_t>(known - m_all.data())] = std::move(bench);
    } else {
        m_all.push_back(std::move(bench));
    }
}

/// Nobody waits for the next list to see that this one is old, nor that all is well again.
void Benches::noteAway() {
    if (!m_isFollowing) return;
    if (!m_client.isAway()) return ask();
    m_areOld = true;
    emit changed();
}

}  // namespace remise::terminal
