#pragma once

#include <string>
#include <vector>

#include "db/review_store.h"

namespace remise::workshop {

struct ReviewLine {
    const db::Review* review = nullptr;
    bool isInWake = false;  ///< made on top of one that stands above
};

/// Everything about one thing.
struct ReviewGroup {
    std::string subject;
    std::vector<ReviewLine> lines;
};

/// The lines by what they name; in each, one sender after the other, each command followed by those made on
/// top of it. Otherwise their order stays. The reviews outlive the groups.
std::vector<ReviewGroup> groupReviews(const std::vector<db::Review>&);

}  // namespace remise::workshop
