#include "db/review_store.h"

namespace remise::db {
namespace {

constexpr std::string_view columns =
    "command, after_command, sender, site, station, kind, subject, expects, claimed_at, corrected_at, "
    "recorded_at, data, code, message, settled_at, settled_by, reason, place";

std::vector<Review> readAll(Result rows) {
    std::vector<Review> found;
    while (rows.next()) {
        Review review;
        review.command = domain::Uuid::fromRaw(rows.text(1));
        if (const auto after = rows.textOrNull(2)) review.after = domain::Uuid::fromRaw(*after);
        review.sender = domain::Uuid::fromRaw(rows.text(3));
        review.site = rows.text(4);
        review.station = rows.text(5);
        review.kind = rows.text(6);
        review.subject = rows.text(7);
        review.expects = rows.integerOrNull(8);
        review.claimedAt = rows.integer(9);
        review.correctedAt = rows.integer(10);
        review.recordedAt = rows.integer(11);
        review.data = rows.text(12);
        review.refusalCode = rows.text(13);
        review.refusalMessage = rows.text(14);
        if (const auto at = rows.integerOrNull(15))
            review.settled = Settled{*at, domain::Uuid::fromRaw(rows.text(16)), rows.text(17)};
        review.place = rows.integer(18);
        found.push_back(std::move(review));
    }
    return found;
}

std::string select(std::string_view where) {
    return "SELECT " + std::string(columns) + " FROM review WHERE " + std::string(where);
}

}  // namespace

void saveReviews(Connection& connection, const std::vector<Review>& reviews) {
    for (const Review& review : reviews)
        connection
            .prepare(
                "INSERT INTO review (command, after_command, sender, site, station, kind, subject, "
                "expects, claimed_at, corrected_at, recorded_at, data, code, message) VALUES (" +
                placeholders(14) + ") ON DUPLICATE KEY UPDATE command = VALUES(command)")
            .bind(review.command.raw())
            .bind(review.after ? std::optional(review.after->raw()) : std::nullopt)
            .bind(review.sender.raw())
            .bind(review.site)
            .bind(review.station)
            .bind(review.kind)
            .bind(review.subject)
            .bind(review.expects)
            .bind(review.claimedAt)
            .bind(review.correctedAt)
            .bind(review.recordedAt)
            .bind(review.data)
            .bind(review.refusalCode)
            .bind(review.refusalMessage)
            .execute();
}

std::optional<Review> findReview(Connection& connection, const domain::Uuid& command) {
    auto found = readAll(connection.prepare(select("command = ?")).bind(command.raw()).query());
    if (found.empty()) return {};
    return std::move(found.front());
}

std::vector<Review> listReviews(Connection& connection, std::string_view site, ReviewState state, int limit,
                                std::int64_t after) {
    const std::string order =
        state == ReviewState::open
            ? "settled_at IS NULL AND place > ? ORDER BY place"
            : "settled_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM review AS last WHERE last.place = ? AND "
              "(review.settled_at > last.settled_at OR "
              "(review.settled_at = last.settled_at AND review.place <= last.place))) "
              "ORDER BY settled_at DESC, place";
    return readAll(connection.prepare(select("(? = '' OR site = ?) AND " + order + " LIMIT ?"))
                       .bind(site)
                       .bind(site)
                       .bind(after)
                       .bind(limit)
                       .query());
}

std::int64_t countOpenReviews(Connection& connection, std::string_view site, std::int64_t after) {
    auto rows = connection
                    .prepare(
                        "SELECT COUNT(*) FROM review WHERE (? = '' OR site = ?) AND settled_at IS NULL "
                        "AND place > ?")
                    .bind(site)
                    .bind(site)
                    .bind(after)
                    .query();
    rows.next();
    return rows.integer(1);
}

bool settleReview(Connection& connection, const domain::Uuid& command, const Settled& settled) {
    return connection
               .prepare(
                   "UPDATE review SET settled_at = ?, settled_by = ?, reason = ? "
                   "WHERE command = ? AND settled_at IS NULL")
               .bind(settled.at)
               .bind(settled.by.raw())
               .bind(settled.reason)
               .bind(command.raw())
               .execute() == 1;
}

}  // namespace remise::db
