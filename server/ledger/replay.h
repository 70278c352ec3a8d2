#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "db/event_store.h"
#include "server/domain/entity.h"

namespace remise::ledger {

/// Whether an undo may follow, or somebody asks: to keep every state of a long history costs as much as to
/// read it.
enum class Before { kept, forgotten };

/// Folds stored events again, one entity at a time, checking each hash on the way.
class Replay {
public:
    Replay(domain::Subject, std::uint64_t id, std::string code);

    /// Nothing when the event fits, else what is wrong with it.
    std::optional<std::string> add(const db::StoredEvent&, Before = Before::kept);

    [[nodiscard]] const domain::Entity& entity() const { return m_entity; }
    /// Of version 0 when it was not kept.
    [[nodiscard]] const domain::Entity& beforeLast() const { return m_before; }

private:
    domain::Entity m_entity, m_before;
};

/// The unit as it was before its last event, with that event; in the caller's transaction. Nothing when that
/// event is not all that its command did to the unit.
std::optional<std::pair<domain::Entity, domain::Event>> replayBeforeLast(db::Connection&,
                                                                         const domain::Entity& unit);

}  // namespace remise::ledger
