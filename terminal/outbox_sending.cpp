#include <QPointer>
#include <QRandomGenerator>
#include <algorithm>
#include <chrono>
#include <iterator>

#include "server/domain/refusals.h"
#include "server/wire/command_json.h"
#include "terminal/outbox.h"

/// How what is kept gets to the server.
namespace remise::terminal {

using namespace std::chrono_literals;
using domain::Command;
using domain::CommandReply;

namespace {

constexpr std::chrono::milliseconds firstPause = 100ms, longestPause = 3s;

/// The server does not let us in, or is not ours: that is mended by people, and the same commands go then.
bool isClosed(const Answer& answer) {
    constexpr int closed[] = {401, 403, 404, 405};
    return std::ranges::find(closed, answer.status) != std::end(closed);
}

/// Up to a fifth more, so that a floor full of terminals does not come back in one moment.
std::chrono::milliseconds scattered(std::chrono::milliseconds pause) {
    return pause + pause * QRandomGenerator::global()->bounded(200) / 1000;
}

}  // namespace

void Outbox::begin() {
    m_again.stop();
    m_failures = 0;
    send();
}

/// One request at a time keeps their order; none while the server is to be left alone. Before the file is
/// open nobody knows how far we have counted, and there is nothing to send.
void Outbox::send() {
    if (m_isAsking || m_again.isActive()) return;
    if (!m_file && !store([](OutboxFile&) {})) return m_again.start(longestPause);
    m_isGreeted ? sendBatch() : greet();
}

void Outbox::sendBatch() {
    m_batch.clear();
    for (const Entry& entry : m_entries) {
        if (m_batch.size() == m_mostAtOnce) break;
        if (entry.state == State::waiting) m_batch.push_back(entry.command);
    }
    if (m_batch.empty()) {
        m_failures = 0;
        return;
    }
    m_isAsking = true;
    m_client.post("/api/v1/commands", wire::writeCommands(m_batch),
                  [self = QPointer(this)](const Answer& answer) {
                      if (self) self->take(answer);
                  });
}

void Outbox::take(const Answer& answer) {
    m_isAsking = false;
    if (answer.ok()) {
        const auto replies = wire::readReplies(answer.text);
        const auto isFor = [](const CommandReply& reply, const Command& command) {
            return reply.id == command.id;
        };
        if (replies && std::ranges::equal(*replies, m_batch, isFor)) return takeReplies(*replies);
        return waitFor(answer);
    }
    if (answer.isAway()) return waitFor(answer);
    isClosed(answer) ? waitForPeople(answer) : takeUnreadable(*answer.trouble);
}

/// Accepted, or refused and now with the leader: done. Refused while somebody may stand here: kept.
void Outbox::takeReplies(const std::vector<CommandReply>& replies) {
    std::vector<std::int64_t> done, refused;
    for (std::size_t i = 0; i < replies.size(); ++i) {
        const bool isDone = replies[i].accepted || m_batch[i].isLate;
        (isDone ? done : refused).push_back(*m_batch[i].counter);
    }
    store([&](OutboxFile& file) { file.settle(done, refused); });
    std::erase_if(m_entries, [&](const Entry& entry) {
        return std::ranges::binary_search(done, *entry.command.counter);
    });
    for (Entry& entry : m_entries) {
        if (!std::ranges::binary_search(refused, *entry.command.counter)) continue;
        entry.wasAnswered = true;
        // Let go of while it was under way: once more, for the leader.
        entry.state = entry.command.isLate ? State::waiting : State::refused;
    }
    m_failures = 0;
    m_mostAtOnce = std::min(m_mostAtOnce * 2, mostAtOnce);
    const std::vector<Command> commands = std::move(m_batch);
    emit changed();
    send();
    for (std::size_t i = 0; i < replies.size(); ++i)
        emit answered(replies[i], commands[i]);
}

/// One command that the server cannot read must not hold up the others: half as many are tried, down to the
/// one.
void Outbox::takeUnreadable(const Trouble& trouble) {
    if (m_batch.size() > 1) {
        m_mostAtOnce = m_batch.size() / 2;
        return send();
    }
    const Command command = m_batch.front();
    CommandReply reply;
    reply.id = command.id;
    reply.refusalCode = trouble.code;
    reply.refusalMessage = trouble.text;
    if (Entry* entry = find(reply.id)) entry->state = State::aside;
    emit changed();
    send();
    emit answered(reply, command);
}

/// What the server knows of us before it gets anything: a terminal that was restored from an old copy of
/// itself has forgotten numbers that it gave.
void Outbox::greet() {
    domain::Value known;
    known["counter"] = m_file->lastNumber();
    m_isAsking = true;
    m_client.post("/api/v1/terminals/self", known, [self = QPointer(this)](const Answer& answer) {
        if (self) self->takeGreeting(answer);
    });
}

void Outbox::takeGreeting(const Answer& answer) {
    constexpr int noSuchPath = 404;
    m_isAsking = false;
    if (!answer.ok() && answer.status != noSuchPath) {
        return answer.isAway() ? waitFor(answer) : waitForPeople(answer);
    }
    m_isGreeted = true;
    if (std::exchange(m_isTurnedAway, false)) emit changed();
    countFrom(answer.body.integerOr("counter", 0));
    sendBatch();
}

void Outbox::waitFor(const Answer& answer) {
    m_isGreeted = false;
    m_isToldToWait = answer.status != 0;
    const auto pause = std::min(firstPause * (1 << std::min(m_failures++, 10)), longestPause);
    m_again.start(scattered(answer.retryAfter.value_or(pause)));
}

void Outbox::waitForPeople(const Answer& answer) {
    waitFor(answer);
    m_isTurnedAway = true;
    emit changed();
    emit turnedAway(*answer.trouble);
}

/// A network that is back ends the pause that its silence began. What the server itself has asked for stands:
/// one that lets us read may still have no place for what we bring.
void Outbox::noteAway() {
    emit changed();
    if (m_client.isAway())
        m_isGreeted = false;
    else if (!m_isToldToWait)
        m_again.stop();
    send();
}

/// Who hears of it acts first: if we end before the number is kept, it is found out again.
void Outbox::countFrom(std::int64_t highest) {
    if (!m_file || highest <= m_file->lastNumber()) return;
    emit foundRestored();
    store([highest](OutboxFile& file) { file.countFrom(highest); });
}

}  // namespace remise::terminal
