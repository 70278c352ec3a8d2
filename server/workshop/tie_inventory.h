#pragma once

#include <set>

#include "db/report_store.h"
#include "server/identity/badges.h"
#include "server/workshop/record_inventory.h"

namespace remise::workshop {

/// Says whose an inventory is that waits: a scan, or a leader at the list of what waits.
class TieInventory {
public:
    TieInventory(db::Pool& pool, RecordInventory& record, identity::Badges& badges)
        : m_pool(pool), m_record(record), m_badges(badges) {}

    struct Tie {
        std::string inventory;  ///< id, as it was sent
        ReportQuery query;
        /// Other units under which the machine is known, that somebody has looked at.
        std::set<std::string> beside;
        bool serialDiffers = false;  ///< somebody has looked: it is the unit, whatever its label says
    };

    /// Its kept bytes are read again, by the parsers of today. Done once: again it gets the same answer.
    /// Refused: inventory_unknown; inventory_tied when it is another unit's; report_kept when it still cannot
    /// be read; machine_known when the machine is known as other units that are not in `beside`; other_serial
    /// when the unit has another serial number and nobody says that this is right; what the ledger refuses.
    Recorded operator()(const http::Request&, const Tie&);

private:
    domain::Outcome<drivers::reports::Inventory> readAgain(const domain::Uuid&);
    std::optional<domain::Refusal> otherSerial(const drivers::reports::Inventory&, const Tie&);
    std::optional<domain::Refusal> knownElsewhere(const drivers::reports::Inventory&, const Tie&);

    db::Pool& m_pool;
    RecordInventory& m_record;
    identity::Badges& m_badges;
};

/// "BCDFGHJR,RSTUVXBS": codes as a form or an address gives them.
std::set<std::string> codesIn(std::string_view);

}  // namespace remise::workshop
