#include "db/probe.h"

#include "db/connection.h"
#include "db/error.h"
#include "db/transaction.h"

namespace remise::db {

Probe::Probe(Settings settings, std::chrono::seconds limit) : m_settings(std::move(settings)) {
    m_settings.readLimit = limit;
}

bool Probe::isReady() {
    const auto came = Clock::now();
    const std::lock_guard lock(m_mutex);
    if (m_askedAt <= came) {
        m_askedAt = Clock::now();
        m_answer = ask();
    }
    return m_answer;
}

bool Probe::ask() const {
    try {
        Connection connection(m_settings);
        const Transaction begun(connection);
        return true;
    } catch (const Error&) {
        return false;
    }
}

}  // namespace remise::db
