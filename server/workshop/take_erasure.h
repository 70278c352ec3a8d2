#pragma once

#include "db/pool.h"
#include "db/report_store.h"
#include "drivers/reports/nwipe_log.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/badges.h"
#include "server/workshop/report_query.h"

namespace remise::workshop {

/// Logs of erasures, kept byte for byte under the id of their command, which `record_erasure` may name as its
/// `report`. A log is evidence and certifies nothing.
class TakeErasure {
public:
    TakeErasure(db::Pool& pool, identity::Badges& badges) : m_pool(pool), m_badges(badges) {}

    /// A resend gets the same answer; the same id with another body or unit is refused (id_reused). A log in
    /// which no drive is one of the unit's waits to be assigned.
    http::Reply take(const http::Request&);

private:
    db::Pool& m_pool;
    identity::Badges& m_badges;
};

}  // namespace remise::workshop
