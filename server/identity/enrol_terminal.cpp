#include "server/identity/enrol_terminal.h"

#include "server/domain/refusals.h"
#include "server/identity/person_rules.h"
#include "server/identity/tries.h"

namespace remise::identity {
namespace {

EnrolledTerminal newTerminal(const std::string& name, const Place& place) {
    return {domain::Uuid::v4(), name, newToken(), place};
}

db::Terminal rowOf(const EnrolledTerminal& terminal, domain::Milliseconds now) {
    db::Terminal row;
    row.id = terminal.id;
    row.name = terminal.name;
    row.tokenHash = tokenHash(terminal.token);
    row.site = terminal.place.site;
    row.station = terminal.place.station;
    row.enrolledAt = now;
    return row;
}

/// Takes the code and writes the terminal, in one transaction.
domain::Outcome<EnrolledTerminal> letIn(db::Connection& connection, const domain::Digest& hash,
                                        const std::string& name, domain::Milliseconds now) {
    using namespace domain::refusals;
    const auto code = db::findEnrolmentCode(connection, hash);
    if (!code) return domain::Refusal(enrolmentUnknown);
    auto terminal = newTerminal(name, {code->site, code->station});
    if (!db::useEnrolmentCode(connection, hash, terminal.id, now))
        return domain::Refusal(code->expiresAt <= now && !code->usedAt ? enrolmentExpired : enrolmentUsed);
    db::insertTerminal(connection, rowOf(terminal, now));
    return terminal;
}

}  // namespace

std::string createEnrolmentCode(db::Pool& pool, const ServerSecret& secret, const Place& place,
                                domain::Milliseconds now) {
    std::string code = newEnrolmentCode();
    const db::EnrolmentCode row{
        enrolmentHash(secret, code), place.site, place.station, now + enrolmentLifetime, {}};
    db::transact(pool, [&](db::Connection& connection) { db::insertEnrolmentCode(connection, row); });
    return code;
}

domain::Outcome<EnrolledTerminal> enrolTerminal(db::Pool& pool, const ServerSecret& secret,
                                                const std::string& code, const std::string& name,
                                                const std::string& remote, domain::Milliseconds now) {
    const auto goodName = normaliseName(name);
    if (!goodName) return goodName.refusal();
    const auto guess = Try::begin(pool, secret, {{enrolmentTries, remote}}, now);
    if (!guess) return guess.refusal();
    const auto hash = enrolmentHash(secret, code);
    auto enrolled = db::transact(
        pool, [&](db::Connection& connection) { return letIn(connection, hash, *goodName, now); });
    if (enrolled) guess->wasRight(pool);
    return enrolled;
}

EnrolledTerminal createTerminal(db::Pool& pool, const std::string& name, const Place& place,
                                domain::Milliseconds now) {
    auto terminal = newTerminal(name, place);
    db::transact(pool,
                 [&](db::Connection& connection) { db::insertTerminal(connection, rowOf(terminal, now)); });
    return terminal;
}

}  // namespace remise::identity
