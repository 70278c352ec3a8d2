#include "db/report_store.h"

#include <stdexcept>

#include "db/machine_id_store.h"

namespace remise::db {
namespace {

constexpr std::string_view inventory =
    "SELECT id, site, unit, received_at, sender, sender, state, refusal, sha256, reply, format, serial, "
    "summary "
    "FROM inventory ";
constexpr std::string_view erasure =
    "SELECT id, site, unit, received_at, sender, actor, state, refusal, sha256, reply, '', NULL, '{}' "
    "FROM erasure_report ";
constexpr std::string_view waiting =
    "WHERE state IN ('unassigned', 'unread') ORDER BY received_at, id LIMIT ?";

/// An agent stands at no site: what it leaves is everybody's.
constexpr std::string_view waitingHere =
    "WHERE state IN ('unassigned', 'unread') AND (? = '' OR site IN (?, ''))";

ReportState stateNamed(const std::string& name) {
    for (const auto state : {ReportState::applied, ReportState::unassigned, ReportState::unread})
        if (reportStateName(state) == name) return state;
    throw std::runtime_error("a report's state is '" + name + "', which this program does not know");
}

std::vector<StoredReport> readReports(Result rows) {
    std::vector<StoredReport> reports;
    while (rows.next()) {
        StoredReport& report = reports.emplace_back();
        report.id = domain::Uuid::fromRaw(rows.text(1));
        report.site = rows.text(2);
        report.unit = rows.textOrNull(3).value_or("");
        report.receivedAt = rows.integer(4);
        report.sender = domain::Uuid::fromRaw(rows.text(5));
        report.actor = domain::Uuid::fromRaw(rows.text(6));
        report.state = stateNamed(rows.text(7));
        report.refusal = rows.textOrNull(8).value_or("");
        report.sha256 = domain::Digest::fromRaw(rows.text(9));
        report.reply = rows.textOrNull(10).value_or("");
        report.format = rows.text(11);
        report.serial = rows.textOrNull(12).value_or("");
        report.summary = rows.text(13);
    }
    return reports;
}

std::optional<StoredReport> firstOf(std::vector<StoredReport> reports) {
    if (reports.empty()) return {};
    return std::move(reports.front());
}

std::string select(std::string_view what, std::string_view rest) {
    return std::string(what) + std::string(rest);
}

std::optional<std::string_view> orNull(std::string_view text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::string_view reportStateName(ReportState state) {
    switch (state) {
        case ReportState::applied:
            return "applied";
        case ReportState::unassigned:
            return "unassigned";
        case ReportState::unread:
            break;
    }
    return "unread";
}

void keepInventory(Connection& connection, const StoredReport& report) {
    connection
        .prepare(
            "INSERT INTO inventory (id, site, unit, received_at, sender, state, refusal, sha256, reply, "
            "format, serial, summary, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
            "ON DUPLICATE KEY UPDATE id = VALUES(id)")
        .bind(report.id.raw())
        .bind(report.site)
        .bind(orNull(report.unit))
        .bind(report.receivedAt)
        .bind(report.sender.raw())
        .bind(reportStateName(report.state))
        .bind(orNull(report.refusal))
        .bind(report.sha256.raw())
        .bind(orNull(report.reply))
        .bind(report.format)
        .bind(orNull(report.serial))
        .bind(report.summary)
        .bind(report.body)
        .execute();
    keepMachineIds(connection, report.id, report.machineIds);
}

void keepErasureReport(Connection& connection, const StoredReport& report) {
    connection
        .prepare(
            "INSERT INTO erasure_report (id, site, unit, received_at, sender, actor, state, refusal, sha256, "
            "reply, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = VALUES(id)")
        .bind(report.id.raw())
        .bind(report.site)
        .bind(report.unit)
        .bind(report.receivedAt)
        .bind(report.sender.raw())
        .bind(report.actor.raw())
        .bind(reportStateName(report.state))
        .bind(orNull(report.refusal))
        .bind(report.sha256.raw())
        .bind(orNull(report.reply))
        .bind(report.body)
        .execute();
}

std::optional<StoredReport> findInventory(Connection& connection, const domain::Uuid& id) {
    return firstOf(readReports(connection.prepare(select(inventory, "WHERE id = ?")).bind(id.raw()).query()));
}

std::string erasureReportBody(Connection& connection, const domain::Uuid& id) {
    auto rows = connection.prepare("SELECT body FROM erasure_report WHERE id = ?").bind(id.raw()).query();
    return rows.next() ? rows.text(1) : "";
}

void answerErasureReport(Connection& connection, const domain::Uuid& id, std::string_view reply) {
    connection.prepare("UPDATE erasure_report SET reply = ? WHERE id = ?")
        .bind(reply)
        .bind(id.raw())
        .execute();
}

std::optional<StoredReport> findErasureReport(Connection& connection, const domain::Uuid& id) {
    return firstOf(readReports(connection.prepare(select(erasure, "WHERE id = ?")).bind(id.raw()).query()));
}

std::optional<StoredReport> findWaitingInventory(Connection& connection, const domain::Digest& sha256) {
    return firstOf(readReports(
        connection.prepare(select(inventory, "WHERE sha256 = ? AND state <> 'applied' AND unit IS NULL"))
            .bind(sha256.raw())
            .query()));
}

std::string inventoryBody(Connection& connection, const domain::Uuid& id) {
    auto rows = connection.prepare("SELECT body FROM inventory WHERE id = ?").bind(id.raw()).query();
    if (!rows.next()) throw std::runtime_error("there is no inventory " + id.text());
    return rows.text(1);
}

void describeInventory(Connection& connection, const StoredReport& report) {
    connection
        .prepare(
            "UPDATE inventory SET refusal = IF(state = 'applied' OR state = ?, refusal, ?), serial = ?, "
            "summary = ?, "
            "state = IF(state = 'applied', state, ?) WHERE id = ?")
        .bind(reportStateName(report.state))  // why the ledger said no, or what nobody understood, stays
        .bind(orNull(report.refusal))
        .bind(orNull(report.serial))
        .bind(report.summary)
        .bind(reportStateName(report.state))
        .bind(report.id.raw())
        .execute();
    keepMachineIds(connection, report.id, report.machineIds);
}

void settleInventory(Connection& connection, const domain::Uuid& id, const Settlement& settlement) {
    connection
        .prepare(
            "UPDATE inventory SET state = ?, unit = COALESCE(?, unit), refusal = ?, reply = ? WHERE id = ?")
        .bind(reportStateName(settlement.state))
        .bind(orNull(settlement.unit))
        .bind(orNull(settlement.refusal))
        .bind(orNull(settlement.reply))
        .bind(id.raw())
        .execute();
}

std::vector<StoredReport> listInventories(Connection& connection, const std::optional<domain::Uuid>& after,
                                          int limit) {
    return readReports(connection.prepare(select(inventory, "WHERE ? OR id > ? ORDER BY id LIMIT ?"))
                           .bind(after ? 0 : 1)
                           .bind(after.value_or(domain::Uuid()).raw())
                           .bind(limit)
                           .query());
}

std::vector<StoredReport> listWaitingInventories(Connection& connection, std::string_view site, int limit) {
    return readReports(
        connection.prepare(select(inventory, waitingHere) + " ORDER BY received_at, id LIMIT ?")
            .bind(site)
            .bind(site)
            .bind(limit)
            .query());
}

std::int64_t countWaitingInventories(Connection& connection, std::string_view site) {
    auto rows = connection.prepare(select("SELECT COUNT(*) FROM inventory ", waitingHere))
                    .bind(site)
                    .bind(site)
                    .query();
    rows.next();
    return rows.integer(1);
}

std::vector<StoredReport> listWaitingErasureReports(Connection& connection, int limit) {
    return readReports(connection.prepare(select(erasure, waiting)).bind(limit).query());
}

}  // namespace remise::db
