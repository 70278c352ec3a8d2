#pragma once

#include "db/pool.h"
#include "db/report_store.h"
#include "drivers/reports/report.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/badges.h"
#include "server/ledger/codes.h"
#include "server/workshop/report_query.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// Inventories as they arrive: for a unit, into its history; without one, into the queue of what waits to be
/// assigned. Once it is known who sends it, each is kept byte for byte before anything else happens, under
/// the id of its command.
class TakeInventory {
public:
    TakeInventory(db::Pool& pool, SendCommands& commands, ledger::Codes& codes, identity::Badges& badges)
        : m_pool(pool), m_commands(commands), m_codes(codes), m_badges(badges) {}

    /// Sent by a terminal or a person with `unit`, `command` and `worker`: asks the ledger to record it. A
    /// resend gets the same answer; the same id with another body or unit is refused (id_reused).
    http::Reply forUnit(const http::Request&);
    /// Sent by a terminal or a person without a unit.
    http::Reply forNobody(const http::Request&);

    /// One that waits is recorded for the unit that somebody says it is: what was kept is read anew. Its
    /// answer is that of `forUnit`.
    http::Reply assign(const http::Request&, const db::StoredReport& waiting, const ReportQuery&);

private:
    http::Reply apply(const http::Request&, const ReportQuery&, const drivers::reports::Inventory&,
                      const domain::Digest& content);
    domain::Value answer(const drivers::reports::Inventory&, const domain::CommandReply&,
                         const domain::Value& drives);
    domain::Value unitsLike(const drivers::reports::Inventory&, std::string_view except);

    db::Pool& m_pool;
    SendCommands& m_commands;
    ledger::Codes& m_codes;
    identity::Badges& m_badges;
};

}  // namespace remise::workshop
