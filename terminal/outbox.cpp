#include "terminal/outbox.h"

#include <chrono>

#include "server/wire/command_json.h"

namespace remise::terminal {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 2s;
constexpr std::size_t mostAtOnce = 50;

/// The server was reached and refuses the request as such: sending the same again would not help.
bool isFinal(const Answer& answer) {
    constexpr int tooSlow = 408, tooManyRequests = 429;
    const bool later = answer.status == tooSlow || answer.status == tooManyRequests;
    return answer.status >= 400 && answer.status < 500 && !later;
}

}  // namespace

Outbox::Outbox(Client& client, QObject* parent) : QObject(parent), m_client(client) {
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &Outbox::send);
}

void Outbox::add(domain::Command command) {
    m_commands.push_back(std::move(command));
    emit waitingChanged();
    if (m_underWay == 0 && !m_again.isActive()) send();
}

void Outbox::send() {
    m_underWay = std::min(m_commands.size(), mostAtOnce);
    const std::vector<domain::Command> first(m_commands.begin(),
                                             m_commands.begin() + static_cast<std::ptrdiff_t>(m_underWay));
    m_client.post("/api/v1/commands", wire::writeCommands(first),
                  [this](const Answer& answer) { take(answer); });
}

void Outbox::take(const Answer& answer) {
    const std::size_t sent = std::exchange(m_underWay, 0);
    if (answer.ok()) {
        if (auto replies = wire::readReplies(answer.text); replies && replies->size() == sent) {
            return settle(sent, *replies);
        }
    }
    if (!isFinal(answer)) return m_again.start();

    std::vector<domain::CommandReply> refused(sent);
    for (std::size_t i = 0; i < sent; ++i) {
        refused[i].id = m_commands[i].id;
        refused[i].refusalCode = answer.trouble->code;
        refused[i].refusalMessage = answer.trouble->text;
    }
    settle(sent, refused);
}

void Outbox::settle(std::size_t count, const std::vector<domain::CommandReply>& replies) {
    m_commands.erase(m_commands.begin(), m_commands.begin() + static_cast<std::ptrdiff_t>(count));
    emit waitingChanged();
    if (!m_commands.empty()) send();
    for (const domain::CommandReply& reply : replies)
        emit answered(reply);
}

}  // namespace remise::terminal
