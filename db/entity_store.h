#pragma once

#include <optional>
#include <span>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

/// Rows of the four subjects that have a ledger, and of their events. One shape, four pairs of tables.
namespace remise::db {

/// Entities by id, in order of id, locked until the transaction ends; ids that do not exist are left out.
std::vector<domain::Entity> lockEntities(Connection&, domain::Subject, std::vector<std::uint64_t> ids);

/// One entity as it stands, without lock.
std::optional<domain::Entity> findEntity(Connection&, domain::Subject, std::uint64_t id);
std::optional<domain::Entity> findEntityByCode(Connection&, domain::Subject, std::string_view code);

/// The units in a container, whatever became of them: id and stage.
std::vector<std::pair<std::uint64_t, std::string>> unitsIn(Connection&, std::string_view container);

/// Inserts or updates the rows, columns derived from the state included.
void saveEntities(Connection&, domain::Subject, const std::vector<const domain::Entity*>&,
                  domain::Milliseconds changedAt);

/// A whole row, with the columns that are derived from the state.
struct EntityRow {
    domain::Entity entity;       ///< its `state` is left null: see canonicalState
    std::string canonicalState;  ///< as it is stored, whether it can be read or not
    domain::Milliseconds changedAt = 0;
    std::vector<std::optional<std::string>> columns;
};

/// Rows with an id above `after`, in order, for a walk over all of them.
std::vector<EntityRow> readEntityRows(Connection&, domain::Subject, std::uint64_t after, int limit);

/// The first derived column that does not say what the replayed entity makes it.
std::optional<std::string_view> wrongColumn(const EntityRow&, const domain::Entity& replayed);

}  // namespace remise::db
