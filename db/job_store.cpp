#include "db/job_store.h"

namespace remise::db {
namespace {

std::optional<Job> readJob(Result rows) {
    if (!rows.next()) return {};
    Job job;
    job.id = domain::Uuid::fromRaw(rows.text(1));
    job.report = domain::Uuid::fromRaw(rows.text(2));
    job.site = rows.text(3);
    job.unit = rows.text(4);
    job.sender = domain::Uuid::fromRaw(rows.text(5));
    job.actor = domain::Uuid::fromRaw(rows.text(6));
    job.madeAt = rows.integer(7);
    job.expiresAt = rows.integer(8);
    job.document = rows.text(9);
    return job;
}

}  // namespace

void keepJob(Connection& connection, const Job& job) {
    connection
        .prepare(
            "INSERT INTO job (id, report, site, unit, sender, actor, made_at, expires_at, document) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = VALUES(id)")
        .bind(job.id.raw())
        .bind(job.report.raw())
        .bind(job.site)
        .bind(job.unit)
        .bind(job.sender.raw())
        .bind(job.actor.raw())
        .bind(job.madeAt)
        .bind(job.expiresAt)
        .bind(job.document)
        .execute();
}

std::optional<Job> findJob(Connection& connection, const domain::Uuid& id) {
    return readJob(connection
                       .prepare("SELECT id, report, site, unit, sender, actor, made_at, expires_at, document "
                                "FROM job WHERE id = ?")
                       .bind(id.raw())
                       .query());
}

std::optional<Job> findJobOf(Connection& connection, const domain::Uuid& report) {
    return readJob(connection
                       .prepare("SELECT id, report, site, unit, sender, actor, made_at, expires_at, document "
                                "FROM job WHERE report = ? ORDER BY made_at DESC, id DESC LIMIT 1")
                       .bind(report.raw())
                       .query());
}

}  // namespace remise::db
