#include "db/request_store.h"

#include "server/domain/canonical.h"

namespace remise::db {
namespace {

const std::string select =
    "SELECT id, code, stage, association, state, version, changed_at, submitted_at FROM request";

RequestRow readRequest(Result& row) {
    RequestRow request;
    request.id = row.unsignedInteger(1);
    request.number = row.text(2);
    request.stage = row.text(3);
    request.association = domain::Uuid::fromRaw(row.text(4));
    request.state = domain::readCanonical(row.text(5));
    request.version = row.integer(6);
    request.changedAt = row.integer(7);
    request.submittedAt = row.integer(8);
    return request;
}

}  // namespace

std::optional<RequestRow> findRequest(Connection& connection, std::string_view number) {
    auto rows = connection.prepare(select + " WHERE code = ?").bind(number).query();
    if (!rows.next()) return {};
    return readRequest(rows);
}

std::vector<RequestRow> listRequests(Connection& connection, const RequestFilter& filter) {
    std::string text = select + " WHERE id > ?";
    if (filter.association) text += " AND association = ?";
    if (!filter.stages.empty()) text += " AND stage IN (" + placeholders(filter.stages.size()) + ")";
    auto& statement = connection.prepare(text + " ORDER BY id LIMIT ?").bind(filter.after);
    if (filter.association) statement.bind(filter.association->raw());
    for (const std::string& stage : filter.stages)
        statement.bind(stage);
    std::vector<RequestRow> requests;
    for (auto rows = statement.bind(filter.limit).query(); rows.next();)
        requests.push_back(readRequest(rows));
    return requests;
}

std::map<std::string, std::int64_t> countRequestsByStage(Connection& connection) {
    std::map<std::string, std::int64_t> counts;
    for (auto rows = connection.prepare("SELECT stage, COUNT(*) FROM request GROUP BY stage").query();
         rows.next();)
        counts.emplace(rows.text(1), rows.integer(2));
    return counts;
}

}  // namespace remise::db
