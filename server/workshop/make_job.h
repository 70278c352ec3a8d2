#pragma once

#include <set>

#include "db/job_store.h"
#include "db/pool.h"
#include "server/domain/value.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/badges.h"
#include "server/ledger/seal_files.h"
#include "server/workshop/tie_inventory.h"

namespace remise::workshop {

/// What the machine on a bench is to do, as a person's scan asks for it: the members of POST /api/v1/jobs.
struct WantedJob {
    domain::Uuid id;      ///< of the command: sent twice, it counts once
    domain::Uuid report;  ///< the machine, by its inventory
    std::string unit;
    std::string worker;        ///< badge; a signed-in person needs none
    std::string erase;         ///< none, clear or purge
    std::string verification;  ///< full_read or sampled
    domain::Value::Array tests;
    bool serialDiffers = false;    ///< the machine's serial number is not the unit's, and that is right
    std::set<std::string> beside;  ///< other units under which the machine is known, that were looked at

    /// Refuses with the member that is missing or wrong.
    static domain::Outcome<WantedJob> read(const domain::Value& body, const http::Request&);
};

/// Makes signed jobs. Without one a workbench erases nothing.
class MakeJob {
public:
    MakeJob(db::Pool& pool, identity::Badges& badges, TieInventory& tieInventory, ledger::SealKeys keys)
        : m_pool(pool), m_badges(badges), m_tieInventory(tieInventory), m_keys(std::move(keys)) {}

    /// Ties the machine to the unit if nobody has yet, signs, and answers with the job (201). Refused when
    /// the machine is on no bench here, is another unit, the unit is not in the workshop, or this server has
    /// no key.
    http::Reply make(const http::Request&, const WantedJob&);

private:
    /// Status 200 once the machine's inventory is in the unit's history.
    http::Reply tie(const http::Request&, const WantedJob&);

    db::Pool& m_pool;
    identity::Badges& m_badges;
    TieInventory& m_tieInventory;
    const ledger::SealKeys m_keys;
};

}  // namespace remise::workshop
