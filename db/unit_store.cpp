#include "db/unit_store.h"

#include "server/domain/canonical.h"

namespace remise::db {
namespace {

/// The other columns are for searching and stand in the state too.
constexpr std::string_view columns =
    "unit.id, unit.code, unit.stage, unit.next_step, unit.version, unit.changed_at, unit.head, unit.state";

UnitRow readUnit(Result& row) {
    UnitRow unit;
    unit.id = row.unsignedInteger(1);
    unit.code = row.text(2);
    unit.stage = row.text(3);
    unit.next = row.text(4);
    unit.version = row.integer(5);
    unit.changedAt = row.integer(6);
    unit.head = domain::Digest::fromRaw(row.text(7));
    unit.state = domain::readCanonical(row.text(8));
    unit.category = unit.state.textOr("category");
    unit.product = unit.state.textOr("product");
    unit.grade = unit.state.textOr("grade");
    unit.location = unit.state.textOr("location");
    unit.container = unit.state.textOr("container");
    unit.request = unit.state.textOr("request");
    return unit;
}

std::string select() {
    return "SELECT " + std::string(columns) + " FROM unit";
}

std::optional<UnitRow> readOne(Result rows) {
    if (!rows.next()) return {};
    return readUnit(rows);
}

std::vector<UnitRow> readAll(Result rows) {
    std::vector<UnitRow> units;
    while (rows.next())
        units.push_back(readUnit(rows));
    return units;
}

}  // namespace

std::optional<UnitRow> findUnit(Connection& connection, std::string_view code) {
    return readOne(connection.prepare(select() + " WHERE code = ?").bind(code).query());
}

std::vector<UnitRow> listByOrigin(Connection& connection, const Origin& origin, int limit) {
    const bool isLot = !origin.lot.empty();
    return readAll(connection
                       .prepare(select() + " WHERE unit.stage <> 'merged' AND JSON_VALUE(unit.state, '$." +
                                (isLot ? "lot" : "donor") + "') = ? ORDER BY unit.id LIMIT ?")
                       .bind(isLot ? origin.lot : origin.donor)
                       .bind(limit)
                       .query());
}

std::vector<UnitRow> listForAssociations(Connection& connection, std::string_view product, int limit) {
    return readAll(connection
                       .prepare(select() +
                                " WHERE unit.stage = 'in_stock' AND unit.product = ? "
                                "AND JSON_VALUE(unit.state, '$.owner') = 'ours' "
                                "AND COALESCE(JSON_VALUE(unit.state, '$.channel'), '') IN ('', 'solidatech') "
                                "ORDER BY CAST(JSON_VALUE(unit.state, '$.stocked_at') AS INTEGER), unit.id "
                                "LIMIT ?")
                       .bind(product)
                       .bind(limit)
                       .query());
}

std::vector<UnitRow> listBlocked(Connection& connection, int limit) {
    return readAll(
        connection
            .prepare(select() + " WHERE unit.stage = 'blocked' ORDER BY unit.changed_at, unit.id LIMIT ?")
            .bind(limit)
            .query());
}

std::int64_t countBlocked(Connection& connection) {
    auto rows = connection.prepare("SELECT COUNT(*) FROM unit WHERE stage = 'blocked'").query();
    return rows.next() ? rows.integer(1) : 0;
}

std::vector<UnitRow> listUnits(Connection& connection, const UnitFilter& filter) {
    std::string text = select() + " WHERE unit.id > ?";
    const std::pair<std::string_view, const std::string&> parts[] = {
        {"stage", filter.stage},       {"next_step", filter.next},    {"product", filter.product},
        {"category", filter.category}, {"location", filter.location}, {"serial", filter.serial},
        {"request", filter.request},
    };
    for (const auto& [column, wanted] : parts)
        if (!wanted.empty()) text += " AND unit." + std::string(column) + " = ?";
    if (filter.association) text += " AND unit.request IN (SELECT code FROM request WHERE association = ?)";
    auto& statement = connection.prepare(text + " ORDER BY unit.id LIMIT ?").bind(filter.after);
    for (const auto& [column, wanted] : parts)
        if (!wanted.empty()) statement.bind(wanted);
    if (filter.association) statement.bind(filter.association->raw());
    return readAll(statement.bind(filter.limit).query());
}

std::map<std::string, std::int64_t> countInStockByProduct(Connection& connection) {
    auto rows = connection
                    .prepare(
                        "SELECT product, COUNT(*) FROM unit WHERE stage = 'in_stock' AND product IS NOT NULL "
                        "GROUP BY product")
                    .query();
    std::map<std::string, std::int64_t> counts;
    while (rows.next())
        counts.emplace(rows.text(1), rows.integer(2));
    return counts;
}

}  // namespace remise::db
