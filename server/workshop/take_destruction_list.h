#pragma once

#include "db/destruction_store.h"
#include "db/pool.h"
#include "server/http/request.h"
#include "server/identity/alerts.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// What somebody brings: the numbers of the bins that were handed over, and the contractor's list.
struct BroughtList {
    domain::Uuid id;
    std::string bins;  ///< separated by blanks or commas
    std::string text;
};

class TakeDestructionList {
public:
    TakeDestructionList(db::Pool& pool, SendCommands& commands, identity::Alerts& alerts)
        : m_pool(pool), m_commands(commands), m_alerts(alerts) {}

    /// Keeps the list with what comparing it found, and tells managers what is missing; sent again it is the
    /// same. Refused when it cannot be
    /// read (list_unreadable), names no bin (missing_data), or its id stands for another one (id_reused).
    [[nodiscard]] domain::Outcome<db::DestructionList> keep(const http::Request&, const BroughtList&) const;

    /// The drives on both sides are destroyed from now on, by the contractor's slip of this number; what is
    /// missing stays sealed. Refused to who has brought the list (same_person), and as not_destroyed where
    /// the ledger refuses one: the list stays open then.
    [[nodiscard]] domain::Outcome<db::DestructionList> confirm(const http::Request&, const domain::Uuid&,
                                                               const std::string& slip) const;

private:
    db::Pool& m_pool;
    SendCommands& m_commands;
    identity::Alerts& m_alerts;
};

}  // namespace remise::workshop
