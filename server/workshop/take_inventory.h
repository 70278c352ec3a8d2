#pragma once

#include "db/pool.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/badges.h"
#include "server/workshop/record_inventory.h"

namespace remise::workshop {

/// Inventories as they arrive from terminals, workbenches and people: for a unit, into its history; without
/// one, into the queue of what waits to be assigned. Once it is known who sends it, each is kept byte for
/// byte before anything else happens, under the id of its command.
class TakeInventory {
public:
    TakeInventory(db::Pool& pool, RecordInventory& record, identity::Badges& badges)
        : m_pool(pool), m_record(record), m_badges(badges) {}

    /// With `unit`, `command` and `worker`: asks the ledger to record it. A resend gets the same answer; the
    /// same id with another body or unit is refused (id_reused).
    http::Reply forUnit(const http::Request& request) { return forUnit(request, {}); }
    http::Reply forNobody(const http::Request&);
    /// What another tool says of a device: for the unit that is named, or else for the only one that it is
    /// known to be; it waits when it may be none or several.
    http::Reply forDevice(const http::Request&);

private:
    http::Reply forUnit(const http::Request&, std::string_view known);

    db::Pool& m_pool;
    RecordInventory& m_record;
    identity::Badges& m_badges;
};

}  // namespace remise::workshop
