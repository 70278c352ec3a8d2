#include "db/certificate_store.h"

namespace remise::db {

std::optional<StoredCertificate> findCertificate(Connection& connection, std::string_view drive,
                                                 const domain::Uuid& report) {
    auto rows = connection
                    .prepare(
                        "SELECT edition, sha256, issued_at, body FROM drive_certificate "
                        "WHERE drive = ? AND report = ? ORDER BY edition DESC LIMIT 1")
                    .bind(drive)
                    .bind(report.raw())
                    .query();
    if (!rows.next()) return std::nullopt;
    return StoredCertificate{std::string(drive), report,
                             rows.integer(1),    domain::Digest::fromRaw(rows.text(2)),
                             rows.integer(3),    rows.text(4)};
}

void keepCertificate(Connection& connection, const StoredCertificate& certificate) {
    connection
        .prepare(
            "INSERT INTO drive_certificate (drive, report, edition, sha256, issued_at, body) "
            "VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE edition = VALUES(edition)")
        .bind(certificate.drive)
        .bind(certificate.report.raw())
        .bind(certificate.edition)
        .bind(certificate.sha256.raw())
        .bind(certificate.issuedAt)
        .bind(certificate.body)
        .execute();
}

}  // namespace remise::db
