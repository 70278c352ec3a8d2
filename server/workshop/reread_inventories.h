#pragma once

#include <string>
#include <vector>

#include "db/database.h"
#include "db/report_store.h"
#include "drivers/reports/report.h"
#include "server/ledger/codes.h"
#include "server/ledger/writer.h"

namespace remise::workshop {

/// What came of reading every kept inventory again.
struct Reread {
    int all = 0;
    int understood = 0;  ///< nobody could read them; now they wait for a scan
    int mended = 0;      ///< units whose history had got something else, or too little, from the same bytes
    int unread = 0;      ///< still not understood
    std::vector<std::string> refused;  ///< "UNIT: why", where the ledger said no
};

/// Reads the kept bytes of every inventory by the parsers of today: a parser's bug is mended by this. What
/// waits is described anew. Where a unit's history speaks by this report, what was misread is recorded again,
/// as the system's own doing; drives that were overlooked are attached, and those known elsewhere stay there.
class RereadInventories {
public:
    RereadInventories(db::Pool& pool, ledger::Writer& writer, ledger::Codes& codes)
        : m_pool(pool), m_writer(writer), m_codes(codes) {}

    Reread operator()(domain::Milliseconds now);

private:
    void reread(const db::StoredReport&, domain::Milliseconds now, Reread&);
    void mend(const db::StoredReport&, const drivers::reports::Inventory&, domain::Milliseconds now, Reread&);
    /// Of the drives that it names, those that nobody knows.
    domain::Value::Array overlooked(const drivers::reports::Inventory&, const domain::Value& unitState);
    std::vector<domain::CommandReply> send(std::vector<ledger::Submission>);

    db::Pool& m_pool;
    ledger::Writer& m_writer;
    ledger::Codes& m_codes;
};

}  // namespace remise::workshop
