#pragma once

#include <functional>

#include "db/erasure_policy_store.h"
#include "db/job_store.h"
#include "db/pool.h"
#include "db/report_store.h"
#include "drivers/reports/nwipe_log.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/badges.h"
#include "server/identity/secrets.h"
#include "server/workshop/erasure_report.h"
#include "server/workshop/report_query.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// Reports of erasures, kept byte for byte under the id of their command. A log of nwipe is evidence and
/// certifies nothing; a workbench's report is held to the job that a person's scan has made: it certifies
/// those of its drives of which it proves that they are erased as the site accepts it, and says of the others
/// that they are not.
class TakeErasure {
public:
    /// What is to happen as soon as a drive, by its code, is certified.
    using Certified = std::function<void(const std::string& drive, domain::Milliseconds at)>;

    TakeErasure(db::Pool& pool, const identity::ServerSecret& secret, identity::Badges& badges,
                SendCommands& commands, Certified certified)
        : m_pool(pool),
          m_secret(secret),
          m_badges(badges),
          m_commands(commands),
          m_certified(std::move(certified)) {}

    /// A resend gets the same answer; the same id with another body or unit is refused (id_reused). A log in
    /// which no drive is one of the unit's waits to be assigned.
    http::Reply take(const http::Request&);

private:
    http::Reply takeLog(const http::Request&, const ReportQuery&);
    http::Reply takeReport(const http::Request&, const ReportQuery&);

    /// What a report's drives are held against.
    struct Judging {
        const ErasureReport& report;
        const domain::Value& unitState;
        const domain::Value& job;  ///< the signed document
        const std::optional<db::ErasurePolicy>& policy;
        const identity::ServerSecret& secret;  ///< of the draw
        db::Pool& pool;
    };
    domain::Outcome<db::Job> jobOf(const http::Request&, const ReportQuery&, const ErasureReport&);
    static std::optional<wire::ReadCommand> judgeDrive(const Judging&, const ReportedDrive&,
                                                       domain::Value& said);
    domain::Value apply(const http::Request&, const Judging&, const ReportedDrive&, const db::Job&);

    db::Pool& m_pool;
    const identity::ServerSecret& m_secret;
    identity::Badges& m_badges;
    SendCommands& m_commands;
    const Certified m_certified;
};

}  // namespace remise::workshop
