#include "terminal/enrolment.h"

#include <QSysInfo>
#include <QTimer>
#include <chrono>

#include "server/domain/refusals.h"
#include "terminal/token_file.h"

namespace remise::terminal {

using namespace std::chrono_literals;

namespace {

constexpr auto pause = 2s;

}  // namespace

Enrolment::Enrolment(Client& client, Shell& shell, const Options& options, QObject* parent)
    : QObject(parent), m_client(client), m_shell(shell), m_options(options) {
    connect(&m_shell, &Shell::tokenRefused, this, [this] {
        if (!m_options.enrolmentCode.empty() && !m_traded) trade();
    });
}

void Enrolment::begin() {
    const std::string token = m_options.token.empty() ? readToken(m_options.data) : m_options.token;
    if (token.empty() && !m_options.enrolmentCode.empty()) return trade();
    m_client.setToken(token);
    m_shell.begin();
}

void Enrolment::trade() {
    m_traded = true;
    domain::Value wish;
    wish["code"] = m_options.enrolmentCode;
    wish["name"] = QSysInfo::machineHostName().toStdString();
    m_client.post("/api/v1/terminals", wish, [this](const Answer& answer) {
        if (answer.ok()) return keep(answer.body.textOr("token"));
        m_shell.complain(*answer.trouble);
        if (answer.trouble->code == domain::refusals::serverAway.code)
            QTimer::singleShot(pause, this, &Enrolment::trade);
    });
}

void Enrolment::keep(const std::string& token) {
    writeToken(m_options.data, token);
    m_client.setToken(token);
    m_shell.begin();
}

}  // namespace remise::terminal
