#include "db/bench_store.h"

namespace remise::db {
namespace {

std::vector<Bench> readBenches(Result rows) {
    std::vector<Bench> benches;
    while (rows.next()) {
        Bench& bench = benches.emplace_back();
        bench.report = domain::Uuid::fromRaw(rows.text(1));
        bench.site = rows.text(2);
        bench.sender = domain::Uuid::fromRaw(rows.text(3));
        bench.unit = rows.textOrNull(4).value_or("");
        bench.cameAt = rows.integer(5);
        bench.seenAt = rows.integer(6);
        bench.state = rows.text(7);
    }
    return benches;
}

}  // namespace

bool saveBench(Connection& connection, const Bench& bench) {
    const auto known = findBench(connection, bench.report);
    if (known && known->site != bench.site) return false;
    connection
        .prepare(
            "INSERT INTO bench (report, site, sender, unit, came_at, seen_at, state) "
            "VALUES (?, ?, ?, NULL, ?, ?, ?) ON DUPLICATE KEY UPDATE sender = VALUES(sender), "
            "seen_at = VALUES(seen_at), state = VALUES(state)")
        .bind(bench.report.raw())
        .bind(bench.site)
        .bind(bench.sender.raw())
        .bind(bench.seenAt)
        .bind(bench.seenAt)
        .bind(bench.state)
        .execute();
    return true;
}

void tieBench(Connection& connection, const domain::Uuid& report, std::string_view unit) {
    connection.prepare("UPDATE bench SET unit = ? WHERE report = ?").bind(unit).bind(report.raw()).execute();
}

std::optional<Bench> findBench(Connection& connection, const domain::Uuid& report) {
    auto found =
        readBenches(connection
                        .prepare("SELECT report, site, sender, unit, came_at, seen_at, state FROM bench "
                                 "WHERE report = ?")
                        .bind(report.raw())
                        .query());
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<Bench> listBenches(Connection& connection, std::string_view site, domain::Milliseconds since,
                               int limit) {
    return readBenches(connection
                           .prepare("SELECT report, site, sender, unit, came_at, seen_at, state FROM bench "
                                    "WHERE site = ? AND seen_at >= ? ORDER BY came_at, report LIMIT ?")
                           .bind(site)
                           .bind(since)
                           .bind(limit)
                           .query());
}

}  // namespace remise::db
