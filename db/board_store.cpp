#include "db/board_store.h"

namespace remise::db {

namespace {

constexpr domain::Milliseconds aDay = 24LL * 60 * 60 * 1000;
constexpr domain::Milliseconds aWeek = 7 * aDay;

}  // namespace

std::vector<StepAges> countByStepAndAge(Connection& connection, domain::Milliseconds now) {
    auto rows = connection
                    .prepare(
                        "SELECT next_step, COUNT(CASE WHEN changed_at >= ? THEN 1 END), "
                        "COUNT(CASE WHEN changed_at < ? AND changed_at >= ? THEN 1 END), "
                        "COUNT(CASE WHEN changed_at < ? THEN 1 END), MIN(changed_at) "
                        "FROM unit WHERE next_step <> '' GROUP BY next_step")
                    .bind(now - aDay)
                    .bind(now - aDay)
                    .bind(now - aWeek)
                    .bind(now - aWeek)
                    .query();
    std::vector<StepAges> steps;
    while (rows.next())
        steps.push_back({rows.text(1), rows.integer(2), rows.integer(3), rows.integer(4), rows.integer(5)});
    return steps;
}

std::vector<CategoryCount> countByCategoryAndStage(Connection& connection) {
    auto rows = connection
                    .prepare(
                        "SELECT category, stage, COUNT(*) FROM unit WHERE category IS NOT NULL "
                        "GROUP BY category, stage")
                    .query();
    std::vector<CategoryCount> counts;
    while (rows.next())
        counts.push_back({rows.text(1), rows.text(2), rows.integer(3)});
    return counts;
}

}  // namespace remise::db
