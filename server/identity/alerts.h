#pragma once

#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <thread>

#include "db/alert_store.h"
#include "db/database.h"
#include "server/domain/value.h"

namespace remise::identity {

enum class AlertKind { terminalRestored, clockSkew, tokenRefused, idReused, badgeRefused, driveMissing };
inline constexpr std::array everyAlert{AlertKind::terminalRestored, AlertKind::clockSkew,
                                       AlertKind::tokenRefused,     AlertKind::idReused,
                                       AlertKind::badgeRefused,     AlertKind::driveMissing};
std::string_view alertName(AlertKind);

/// What managers are to know of. Gathered in memory and written every few seconds, one line for each kind,
/// about whom and day: however many forged requests come, few rows are written. What of one kind is about
/// more than `mostLines` in a day shares one line, about "…". Safe from several threads.
class Alerts {
public:
    static constexpr std::size_t mostLines = 500;

    explicit Alerts(db::Pool&);

    void raise(AlertKind, const std::string& about, const domain::Value& details, domain::Milliseconds now);
    /// What was gathered so far, now. Throws db::Error; nothing is forgotten then.
    void write();
    /// Since this program began.
    [[nodiscard]] std::int64_t raised(AlertKind kind) const {
        return m_raised[static_cast<std::size_t>(kind)];
    }

private:
    void writeNowAndThen(const std::stop_token&);
    bool tryToWrite();

    db::Pool& m_pool;
    std::mutex m_mutex;
    std::array<std::size_t, everyAlert.size()> m_lines{};  ///< of today, by kind
    domain::Milliseconds m_day = 0;
    std::map<std::pair<AlertKind, std::string>, db::Alert> m_today;  ///< `times`: not yet written
    std::vector<db::Alert> m_unwritten;                              ///< of days that are over
    std::array<std::atomic<std::int64_t>, everyAlert.size()> m_raised{};
    std::jthread m_thread;  // last: it uses the others
};

}  // namespace remise::identity
