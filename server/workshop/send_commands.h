#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/pool.h"
#include "server/http/request.h"
#include "server/identity/alerts.h"
#include "server/identity/badges.h"
#include "server/ledger/writer.h"
#include "server/wire/command_json.h"
#include "server/workshop/sender_counters.h"

namespace remise::workshop {

/// The answers to the commands of one request.
struct Answers {
    std::vector<domain::CommandReply> replies;
    /// The sender was restored from an old copy of itself: the highest number ever taken from it.
    std::optional<std::int64_t> restoredTo;
};

/// From what a sender says to what the ledger may decide: who it is, where it stands, the second signature,
/// and what the rules cannot look up themselves (prices, shelves). What is refused here is stored by the
/// ledger like any refusal, so that a resend gets the same answer.
class SendCommands {
public:
    SendCommands(db::Pool& pool, ledger::Writer& writer, identity::Badges& badges, identity::Alerts& alerts)
        : m_pool(pool), m_writer(writer), m_badges(badges), m_alerts(alerts), m_counters(pool, alerts) {}

    /// The body of POST /api/v1/commands.
    domain::Outcome<Answers> send(const http::Request&);

    /// One command of a signed-in person (a page), or made of a report that a terminal sent.
    domain::Outcome<domain::CommandReply> send(const http::Request&, wire::ReadCommand);

    /// One command of a machine on a bench, by the job that a person made for it: they are its author, and no
    /// badge is at hand. The caller has checked the job.
    domain::Outcome<domain::CommandReply> sendFor(const http::Request&, wire::ReadCommand,
                                                  const domain::Uuid& lastingActor);

private:
    domain::Outcome<std::vector<domain::CommandReply>> submit(const http::Request&,
                                                              std::vector<ledger::Submission>);
    /// Whether a PIN is a guess that counts: not where the answer is given already.
    enum class Pins { checked, answeredBefore };
    ledger::Submission prepare(const http::Request&, wire::ReadCommand, Pins = Pins::checked);
    std::set<domain::Uuid> answeredWithPin(const std::vector<wire::ReadCommand>&);
    domain::Verdict sign(const http::Request&, domain::Command&, domain::Author&, Pins);
    domain::Verdict fillIn(ledger::Submission&);

    db::Pool& m_pool;
    ledger::Writer& m_writer;
    identity::Badges& m_badges;
    identity::Alerts& m_alerts;
    SenderCounters m_counters;
};

}  // namespace remise::workshop
