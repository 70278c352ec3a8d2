#include "db/association_store.h"

#include "db/database.h"

namespace remise::db {

namespace {

constexpr std::string_view columns =
    "id, name, legal_kind, rna, siren, court_entry, street, postcode, city, activity, budget, employees, "
    "state, "
    "version, created_at, changed_at, validated_at";

std::optional<std::string_view> orNull(const std::string& text) {
    if (text.empty()) return {};
    return text;
}

domain::AssociationState stateOf(const std::string& name) {
    const auto state = domain::associationStateNamed(name);
    if (!state)
        throw std::runtime_error("association.state holds '" + name +
                                 "', which is no state this program knows");
    return *state;
}

domain::Association read(Result& row) {
    domain::Association association;
    association.id = domain::Uuid::fromRaw(row.text(1));
    association.name = row.text(2);
    association.legalKind = row.text(3);
    association.rna = row.textOrNull(4).value_or("");
    association.siren = row.textOrNull(5).value_or("");
    association.courtEntry = row.text(6);
    association.street = row.text(7);
    association.postcode = row.text(8);
    association.city = row.text(9);
    association.activity = row.text(10);
    association.budget = row.text(11);
    association.employees = row.text(12);
    association.state = stateOf(row.text(13));
    association.version = row.integer(14);
    association.createdAt = row.integer(15);
    association.changedAt = row.integer(16);
    if (!row.isNull(17)) association.validatedAt = row.integer(17);
    return association;
}

std::vector<domain::Association> readAll(Result rows) {
    std::vector<domain::Association> associations;
    while (rows.next())
        associations.push_back(read(rows));
    return associations;
}

std::string select(std::string_view rest) {
    return "SELECT " + std::string(columns) + " FROM association " + std::string(rest);
}

}  // namespace

void addAssociation(Connection& connection, const domain::Association& association) {
    connection
        .prepare("INSERT INTO association (" + std::string(columns) + ") VALUES (" + placeholders(17) + ")")
        .bind(association.id.raw())
        .bind(association.name)
        .bind(association.legalKind)
        .bind(orNull(association.rna))
        .bind(orNull(association.siren))
        .bind(association.courtEntry)
        .bind(association.street)
        .bind(association.postcode)
        .bind(association.city)
        .bind(association.activity)
        .bind(association.budget)
        .bind(association.employees)
        .bind(associationStateName(association.state))
        .bind(association.version)
        .bind(association.createdAt)
        .bind(association.changedAt)
        .bind(association.validatedAt)
        .execute();
}

std::optional<domain::Association> findAssociation(Connection& connection, const domain::Uuid& id) {
    auto rows = connection.prepare(select("WHERE id = ?")).bind(id.raw()).query();
    if (!rows.next()) return {};
    return read(rows);
}

std::optional<domain::Association> findAssociationByIdentifier(Connection& connection, std::string_view rna,
                                                               std::string_view siren) {
    auto rows =
        connection.prepare(select("WHERE (rna = ? AND rna <> '') OR (siren = ? AND siren <> '') LIMIT 1"))
            .bind(rna)
            .bind(siren)
            .query();
    if (!rows.next()) return {};
    return read(rows);
}

std::vector<domain::Association> listAssociations(Connection& connection, const AssociationFilter& filter) {
    auto& statement = connection.prepare(
        select("WHERE state = ? AND (changed_at, id) > (?, ?) ORDER BY changed_at, id LIMIT ?"));
    statement.bind(associationStateName(filter.state));
    statement.bind(filter.after ? filter.after->changedAt : std::int64_t{-1});
    statement.bind(filter.after ? filter.after->id.raw() : domain::Uuid{}.raw());
    return readAll(statement.bind(filter.limit).query());
}

std::vector<domain::Association> findAssociations(Connection& connection,
                                                  const std::vector<domain::Uuid>& ids) {
    if (ids.empty()) return {};
    auto& statement = connection.prepare(select("WHERE id IN (" + placeholders(ids.size()) + ")"));
    for (const auto& id : ids)
        statement.bind(id.raw());
    return readAll(statement.query());
}

bool recordAssociationStep(Connection& connection, const AssociationStep& step) {
    const bool validates = step.after == domain::AssociationState::validated;
    const std::uint64_t changed =
        connection
            .prepare(
                "UPDATE association SET state = ?, version = version + 1, changed_at = ?, "
                "validated_at = COALESCE(?, validated_at) WHERE id = ? AND version = ?")
            .bind(associationStateName(step.after))
            .bind(step.at)
            .bind(validates ? std::optional(step.at) : std::nullopt)
            .bind(step.association.raw())
            .bind(step.version)
            .execute();
    if (changed == 0) return false;
    connection
        .prepare(
            "INSERT INTO association_note (association, at, actor, state_before, state_after, reason) "
            "VALUES (" +
            placeholders(6) + ")")
        .bind(step.association.raw())
        .bind(step.at)
        .bind(step.actor.raw())
        .bind(associationStateName(step.before))
        .bind(associationStateName(step.after))
        .bind(step.reason)
        .execute();
    return true;
}

std::vector<AssociationStep> listAssociationSteps(Connection& connection, const domain::Uuid& id) {
    auto rows = connection
                    .prepare(
                        "SELECT at, actor, state_before, state_after, reason FROM association_note "
                        "WHERE association = ? ORDER BY id DESC LIMIT 100")
                    .bind(id.raw())
                    .query();
    std::vector<AssociationStep> steps;
    while (rows.next()) {
        AssociationStep step;
        step.association = id;
        step.at = rows.integer(1);
        step.actor = domain::Uuid::fromRaw(rows.text(2));
        step.before = stateOf(rows.text(3));
        step.after = stateOf(rows.text(4));
        step.reason = rows.text(5);
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace remise::db
