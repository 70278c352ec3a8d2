#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// How a leader has settled a line.
struct Settled {
    domain::Milliseconds at = 0;
    domain::Uuid by;  ///< pseudonym
    std::string reason;
};

/// A refused command that nobody heard: a line of the review list.
struct Review {
    domain::Uuid command;
    std::optional<domain::Uuid> after;
    domain::Uuid sender;
    std::string site, station, kind;
    std::string subject;  ///< code that the command names
    std::optional<std::int64_t> expects;
    domain::Milliseconds claimedAt = 0, correctedAt = 0, recordedAt = 0;
    std::string data;  ///< canonical JSON, without badges and PINs
    std::string refusalCode, refusalMessage;
    std::optional<Settled> settled;
    std::int64_t place = 0;  ///< in the order in which they came; given when it is saved
};

/// A command that is in the list already stays as it is there.
void saveReviews(Connection&, const std::vector<Review>&);
std::optional<Review> findReview(Connection&, const domain::Uuid& command);

enum class ReviewState { open, settled };
/// Of one site, or of all when it is empty, in the order in which they came; the settled ones newest
/// first. Those that follow the one at the place `after`; 0 begins.
std::vector<Review> listReviews(Connection&, std::string_view site, ReviewState, int limit,
                                std::int64_t after = 0);
std::int64_t countOpenReviews(Connection&, std::string_view site, std::int64_t after = 0);
/// True for exactly one of those who try at once.
bool settleReview(Connection&, const domain::Uuid& command, const Settled&);

}  // namespace remise::db
