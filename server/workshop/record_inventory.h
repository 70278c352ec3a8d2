#pragma once

#include <optional>
#include <string>

#include "db/pool.h"
#include "drivers/reports/report.h"
#include "server/domain/outcome.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/ledger/codes.h"
#include "server/workshop/report_query.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// What became of an inventory: the answer, or what stood in its way, said by us or by the ledger.
struct Recorded {
    std::string answer;  ///< JSON, as it is kept for a resend
    std::optional<domain::Refusal> refusal;
    std::optional<domain::CommandReply> refused;

    [[nodiscard]] bool ok() const { return !refusal && !refused; }
    [[nodiscard]] http::Reply reply(domain::Language) const;
    /// For a page; empty when it was recorded.
    [[nodiscard]] std::string whyNot(domain::Language) const;
};

/// Asks the ledger to make an inventory that is kept part of its unit's history, and says so where it is
/// kept.
class RecordInventory {
public:
    RecordInventory(db::Pool& pool, SendCommands& commands, ledger::Codes& codes)
        : m_pool(pool), m_commands(commands), m_codes(codes) {}

    struct Kept {
        domain::Uuid report;  ///< its own id
        domain::Digest content;
        const drivers::reports::Inventory& inventory;
    };
    /// By whom and for which unit stands in `query`.
    Recorded operator()(const http::Request&, const ReportQuery& query, const Kept&);

private:
    /// What it says of the drives, and of tests done, as the ledger takes it and as people are told.
    struct Findings {
        domain::Value named, moved, unseen, tests;
    };
    domain::Value answer(const Kept&, const domain::CommandReply&, const Findings&);

    db::Pool& m_pool;
    SendCommands& m_commands;
    ledger::Codes& m_codes;
};

}  // namespace remise::workshop
