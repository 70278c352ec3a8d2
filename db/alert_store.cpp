#include "db/alert_store.h"

namespace remise::db {
namespace {

constexpr domain::Milliseconds aDay = 24LL * 60 * 60 * 1000;

}  // namespace

void addAlert(Connection& connection, const Alert& alert) {
    connection
        .prepare(
            "INSERT INTO alert (day, kind, about, times, first_at, last_at, details) VALUES (?,?,?,?,?,?,?) "
            "ON DUPLICATE KEY UPDATE times = times + VALUES(times), "
            "details = IF(VALUES(last_at) >= last_at, VALUES(details), details), "
            "first_at = LEAST(first_at, VALUES(first_at)), last_at = GREATEST(last_at, VALUES(last_at))")
        .bind(alert.lastAt - alert.lastAt % aDay)
        .bind(alert.kind)
        .bind(alert.about)
        .bind(alert.times)
        .bind(alert.firstAt)
        .bind(alert.lastAt)
        .bind(alert.details)
        .execute();
}

std::vector<Alert> listAlerts(Connection& connection, domain::Milliseconds since, int limitOfKind) {
    auto rows = connection
                    .prepare(
                        "SELECT kind, about, times, first_at, last_at, details FROM (SELECT alert.*, "
                        "ROW_NUMBER() OVER (PARTITION BY kind ORDER BY last_at DESC, about) AS place "
                        "FROM alert WHERE day >= ?) AS placed WHERE place <= ? "
                        "ORDER BY last_at DESC, kind, about")
                    .bind(since - since % aDay)
                    .bind(limitOfKind)
                    .query();
    std::vector<Alert> alerts;
    while (rows.next())
        alerts.push_back(
            {rows.text(1), rows.text(2), rows.integer(3), rows.integer(4), rows.integer(5), rows.text(6)});
    return alerts;
}

std::uint64_t deleteAlertsBefore(Connection& connection, domain::Milliseconds when) {
    return connection.prepare("DELETE FROM alert WHERE day < ?").bind(when - when % aDay).execute();
}

}  // namespace remise::db
