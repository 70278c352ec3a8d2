#include "server/identity/alerts.h"

#include <chrono>
#include <condition_variable>
#include <iostream>

#include "db/transaction.h"

namespace remise::identity {
namespace {

constexpr auto pause = std::chrono::seconds(5);
constexpr domain::Milliseconds aDay = 24LL * 60 * 60 * 1000;
constexpr std::size_t longestAbout = 100;

/// Takes out what is not written yet; the line stays, so that the day's lines stay counted.
db::Alert takeOut(db::Alert& line) {
    db::Alert taken = line;
    line.times = 0;
    return taken;
}

}  // namespace

std::string_view alertName(AlertKind kind) {
    switch (kind) {
        case AlertKind::terminalRestored:
            return "terminal_restored";
        case AlertKind::clockSkew:
            return "clock_skew";
        case AlertKind::tokenRefused:
            return "token_refused";
        case AlertKind::idReused:
            return "id_reused";
        case AlertKind::badgeRefused:
            return "badge_refused";
        case AlertKind::driveMissing:
            return "drive_missing";
    }
    return "";
}

Alerts::Alerts(db::Pool& pool)
    : m_pool(pool), m_thread([this](const std::stop_token& stop) { writeNowAndThen(stop); }) {
}

void Alerts::raise(AlertKind kind, const std::string& about, const domain::Value& details,
                   domain::Milliseconds now) {
    ++m_raised[static_cast<std::size_t>(kind)];
    const std::lock_guard lock(m_mutex);
    if (const domain::Milliseconds day = now - now % aDay; day != m_day) {
        for (auto& [key, line] : m_today)
            if (line.times > 0) m_unwritten.push_back(std::move(line));
        m_today.clear();
        m_lines.fill(0);
        m_day = day;
    }
    std::pair key{kind, about.substr(0, longestAbout)};
    std::size_t& lines = m_lines[static_cast<std::size_t>(kind)];
    if (lines >= mostLines && !m_today.contains(key)) key.second = "…";
    const auto [known, isNew] = m_today.try_emplace(key);
    if (isNew) ++lines;
    db::Alert& line = known->second;
    if (isNew || line.times == 0) line = {std::string(alertName(kind)), key.second, 0, now, now, ""};
    ++line.times;
    line.lastAt = now;
    line.details = canonicalJson(details);
}

void Alerts::write() {
    std::vector<db::Alert> gathered;
    {
        const std::lock_guard lock(m_mutex);
        gathered.swap(m_unwritten);
        for (auto& [key, line] : m_today)
            if (line.times > 0) gathered.push_back(takeOut(line));
    }
    if (gathered.empty()) return;
    try {
        db::transact(m_pool, [&](db::Connection& connection) {
            for (const db::Alert& alert : gathered)
                db::addAlert(connection, alert);
        });
    } catch (const db::Error&) {
        const std::lock_guard lock(m_mutex);
        for (db::Alert& alert : gathered)
            if (m_unwritten.size() < mostLines * everyAlert.size()) m_unwritten.push_back(std::move(alert));
        throw;
    }
}

bool Alerts::tryToWrite() {
    try {
        write();
        return true;
    } catch (const std::exception& trouble) {
        std::cerr << "remise-server: alerts could not be written yet: " << trouble.what() << std::endl;
        return false;
    }
}

void Alerts::writeNowAndThen(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    bool went = true;
    do {
        std::unique_lock lock(mutex);
        stopped.wait_for(lock, stop, went ? pause : 6 * pause, [] { return false; });
        went = tryToWrite();
    } while (!stop.stop_requested());
}

}  // namespace remise::identity
