#pragma once

#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

/// Counts for boards: what waits for how long, what there is. No person appears in any of them.
namespace remise::db {

/// Units that wait for one step, by how long nothing has happened to them.
struct StepAges {
    std::string step;
    std::int64_t today = 0, thisWeek = 0, older = 0;
    domain::Milliseconds oldest = 0;

    [[nodiscard]] std::int64_t all() const { return today + thisWeek + older; }
};
std::vector<StepAges> countByStepAndAge(Connection&, domain::Milliseconds now);

struct CategoryCount {
    std::string category, stage;
    std::int64_t units = 0;
};
std::vector<CategoryCount> countByCategoryAndStage(Connection&);

}  // namespace remise::db
