#include "db/erasure_policy_store.h"

namespace remise::db {

void keepErasurePolicy(Connection& connection, const ErasurePolicy& policy) {
    connection
        .prepare(
            "INSERT INTO erasure_policy (id, site, accepts_clear, reason, person, made_at, checks_percent, "
            "phone_tools) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE id = VALUES(id)")
        .bind(policy.id.raw())
        .bind(policy.site)
        .bind(policy.acceptsClear)
        .bind(policy.reason)
        .bind(policy.person.raw())
        .bind(policy.madeAt)
        .bind(std::int64_t{policy.checksPercent})
        .bind(policy.phoneTools)
        .execute();
}

std::optional<ErasurePolicy> findErasurePolicy(Connection& connection, std::string_view site) {
    const auto policies = listErasurePolicies(connection, site, 1);
    return policies.empty() ? std::nullopt : std::optional(policies.front());
}

std::vector<ErasurePolicy> listErasurePolicies(Connection& connection, std::string_view site, int limit) {
    auto rows = connection
                    .prepare(
                        "SELECT id, site, accepts_clear, reason, person, made_at, checks_percent, "
                        "phone_tools FROM erasure_policy "
                        "WHERE site = ? ORDER BY made_at DESC, id DESC LIMIT ?")
                    .bind(site)
                    .bind(std::int64_t{limit})
                    .query();
    std::vector<ErasurePolicy> policies;
    while (rows.next())
        policies.push_back({domain::Uuid::fromRaw(rows.text(1)), rows.text(2), rows.text(3), rows.text(4),
                            domain::Uuid::fromRaw(rows.text(5)), rows.integer(6),
                            static_cast<int>(rows.integer(7)), rows.text(8)});
    return policies;
}

}  // namespace remise::db
