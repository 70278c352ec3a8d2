#pragma once

#include <optional>
#include <vector>

#include "db/database.h"
#include "server/http/request.h"
#include "server/identity/alerts.h"
#include "server/wire/command_json.h"

namespace remise::workshop {

/// Commands that carry a number of their sender's, in their order.
struct Numbers {
    std::vector<std::pair<std::int64_t, domain::Uuid>> commands;
};
Numbers numbersOf(const std::vector<wire::ReadCommand>&);

/// Finds out terminals that were restored from an old copy of themselves: they give numbers again that are
/// taken, to new commands. The highest number taken stands in the database, raised with the commands
/// themselves, and is read each time: a terminal may have gone on with another server. Safe from several
/// threads.
class SenderCounters {
public:
    SenderCounters(db::Pool& pool, identity::Alerts& alerts) : m_pool(pool), m_alerts(alerts) {}

    /// The highest number ever taken from the sender, when one of these commands is new and has none higher;
    /// the manager is alerted then.
    std::optional<std::int64_t> restoredTo(const http::Request&, const Numbers&);

private:
    db::Pool& m_pool;
    identity::Alerts& m_alerts;
};

}  // namespace remise::workshop
