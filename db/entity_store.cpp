#include "db/entity_store.h"

#include <algorithm>

#include "server/domain/canonical.h"
#include "server/domain/policy.h"

namespace remise::db {
namespace {

using domain::Entity;
using domain::Subject;
using domain::Value;

Entity readEntityButState(Subject subject, Result& row) {
    Entity entity;
    entity.subject = subject;
    entity.id = row.unsignedInteger(1);
    entity.code = row.text(2);
    entity.stage = row.text(3);
    entity.version = row.integer(4);
    entity.head = domain::Digest::fromRaw(row.text(5));
    return entity;
}

Entity readEntity(Subject subject, Result& row) {
    Entity entity = readEntityButState(subject, row);
    entity.state = domain::readCanonical(row.text(6));
    return entity;
}

std::string selectFrom(Subject subject) {
    return "SELECT id, code, stage, version, head, state FROM " + std::string(domain::subjectName(subject));
}

/// Columns beside the common ones: derived from the state, for searching only.
struct Column {
    std::string_view name;
    std::optional<std::string> (*value)(const Entity&);
};

std::optional<std::string> member(const Entity& entity, std::string_view name) {
    const Value& value = entity.state[name];
    return value.isText() && !value.text().empty() ? std::optional(value.text()) : std::nullopt;
}

std::optional<std::string> siteOf(const Entity& e) {
    return e.state.textOr("site");
}
std::optional<std::string> serialOf(const Entity& e) {
    return member(e, "serial");
}
std::optional<std::string> locationOf(const Entity& e) {
    return member(e, "location");
}

std::span<const Column> columnsOf(Subject subject) {
    static const Column unit[] = {
        {"next_step", [](const Entity& e) { return std::optional(domain::nextStep(e)); }},
        {"site", siteOf},
        {"category", [](const Entity& e) { return member(e, "category"); }},
        {"product", [](const Entity& e) { return member(e, "product"); }},
        {"grade", [](const Entity& e) { return member(e, "grade"); }},
        {"location", locationOf},
        {"container", [](const Entity& e) { return member(e, "container"); }},
        {"request", [](const Entity& e) { return member(e, "request"); }},
        {"serial", serialOf},
    };
    static const Column drive[] = {{"unit", [](const Entity& e) { return member(e, "unit"); }},
                                   {"serial", serialOf}};
    static const Column container[] = {{"site", siteOf}, {"location", locationOf}};
    static const Column request[] = {
        {"submitted_at",
         [](const Entity& e) { return std::optional(std::to_string(e.state.integerOr("submitted_at", 0))); }},
        {"association",
         [](const Entity& e) {
             return std::optional(
                 domain::Uuid::parse(e.state.textOr("association")).value_or(domain::Uuid{}).raw());
         }},
    };
    switch (subject) {
        case Subject::unit:
            return unit;
        case Subject::drive:
            return drive;
        case Subject::container:
            return container;
        case Subject::request:
            return request;
    }
    return {};
}

std::string saveText(Subject subject, std::size_t rows) {
    const auto columns = columnsOf(subject);
    std::string names = "id, code, stage, version, head, changed_at, state", values = "(?,?,?,?,?,?,?";
    std::string updates =
        "stage=VALUES(stage), version=VALUES(version), head=VALUES(head), "
        "changed_at=VALUES(changed_at), state=VALUES(state)";
    for (const Column& column : columns) {
        const std::string name(column.name);
        names += ", " + name;
        values += ",?";
        updates += ", " + name + "=VALUES(" + name + ")";
    }
    values += ")";
    std::string text =
        "INSERT INTO " + std::string(domain::subjectName(subject)) + " (" + names + ") VALUES ";
    for (std::size_t i = 0; i < rows; ++i)
        (text += i ? "," : "") += values;
    return text + " ON DUPLICATE KEY UPDATE " + updates;
}

}  // namespace

std::vector<Entity> lockEntities(Connection& connection, Subject subject, std::vector<std::uint64_t> ids) {
    std::vector<Entity> entities;
    if (ids.empty()) return entities;
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    // Few lengths, so that few statements have to be prepared.
    std::size_t slots = 1;
    while (slots < ids.size())
        slots *= 2;
    auto& statement = connection.prepare(selectFrom(subject) + " WHERE id IN (" + placeholders(slots) +
                                         ") ORDER BY id FOR UPDATE");
    for (std::size_t i = 0; i < slots; ++i)
        statement.bind(ids[std::min(i, ids.size() - 1)]);
    for (auto rows = statement.query(); rows.next();)
        entities.push_back(readEntity(subject, rows));
    return entities;
}

std::optional<Entity> findEntity(Connection& connection, Subject subject, std::uint64_t id) {
    auto rows = connection.prepare(selectFrom(subject) + " WHERE id = ?").bind(id).query();
    if (!rows.next()) return {};
    return readEntity(subject, rows);
}

std::optional<Entity> findEntityByCode(Connection& connection, Subject subject, std::string_view code) {
    auto rows = connection.prepare(selectFrom(subject) + " WHERE code = ?").bind(code).query();
    if (!rows.next()) return {};
    return readEntity(subject, rows);
}

std::vector<std::pair<std::uint64_t, std::string>> unitsIn(Connection& connection,
                                                           std::string_view container) {
    std::vector<std::pair<std::uint64_t, std::string>> found;
    for (auto rows =
             connection.prepare("SELECT id, stage FROM unit WHERE container = ?").bind(container).query();
         rows.next();)
        found.emplace_back(rows.unsignedInteger(1), rows.text(2));
    return found;
}

void saveEntities(Connection& connection, Subject subject, const std::vector<const Entity*>& entities,
                  domain::Milliseconds changedAt) {
    if (entities.empty()) return;
    auto& statement = connection.prepare(saveText(subject, entities.size()));
    for (const Entity* entity : entities) {
        statement.bind(entity->id)
            .bind(entity->code)
            .bind(entity->stage)
            .bind(entity->version)
            .bind(entity->head.raw())
            .bind(changedAt)
            .bind(domain::canonicalJson(entity->state));
        for (const Column& column : columnsOf(subject))
            statement.bind(column.value(*entity));
    }
    statement.execute();
}

std::vector<EntityRow> readEntityRows(Connection& connection, Subject subject, std::uint64_t after,
                                      int limit) {
    std::string text = "SELECT id, code, stage, version, head, state, changed_at";
    for (const Column& column : columnsOf(subject))
        text += ", " + std::string(column.name);
    text += " FROM " + std::string(domain::subjectName(subject)) + " WHERE id > ? ORDER BY id LIMIT ?";
    std::vector<EntityRow> found;
    for (auto rows = connection.prepare(text).bind(after).bind(limit).query(); rows.next();) {
        EntityRow row{readEntityButState(subject, rows), rows.text(6), rows.integer(7), {}};
        for (int i = 0; i < static_cast<int>(columnsOf(subject).size()); ++i)
            row.columns.push_back(rows.textOrNull(8 + i));
        found.push_back(std::move(row));
    }
    return found;
}

std::optional<std::string_view> wrongColumn(const EntityRow& row, const Entity& replayed) {
    const auto columns = columnsOf(replayed.subject);
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (row.columns[i] != columns[i].value(replayed)) return columns[i].name;
    return {};
}

}  // namespace remise::db
