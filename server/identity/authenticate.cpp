#include "server/identity/authenticate.h"

#include <cctype>

#include "db/terminal_store.h"
#include "server/domain/refusals.h"
#include "server/identity/notice.h"
#include "server/identity/open_session.h"
#include "server/identity/secrets.h"

namespace remise::identity {
namespace {

std::optional<std::string> bearerToken(const http::Request& request) {
    const std::string header = request.header("authorization");
    constexpr std::string_view scheme = "bearer ";
    if (header.size() <= scheme.size()) return {};
    for (std::size_t i = 0; i < scheme.size(); ++i)
        if (std::tolower(static_cast<unsigned char>(header[i])) != scheme[i]) return {};
    return header.substr(scheme.size());
}

http::Caller callerOf(const db::Person& person, const db::Actors& actors) {
    http::Caller caller;
    caller.role = person.role;
    caller.id = person.id;
    caller.name = person.name;
    caller.site = person.site;
    if (person.association) caller.association = person.association->text();
    caller.actor = actors.ofTheDay;
    caller.lastingActor = actors.lasting;
    return caller;
}

/// A terminal is nobody: what it does without a badge is signed with its own id.
http::Caller callerOf(const db::Terminal& terminal) {
    http::Caller caller;
    caller.role = domain::Role::terminal;
    caller.id = caller.actor = caller.lastingActor = terminal.id;
    caller.name = terminal.name;
    caller.site = terminal.site;
    caller.station = terminal.station;
    return caller;
}

/// A session that counts, renewed now and then while it is used.
std::optional<db::SessionOfPerson> liveSession(db::Connection& connection, const domain::Digest& hash,
                                               db::SessionPurpose purpose, domain::Milliseconds now) {
    auto found = db::findSession(connection, hash, purpose);
    if (!found || !found->person.active || found->session.expiresAt <= now) return {};
    db::Session& session = found->session;
    if (now - session.seenAt >= sessionRenewedEvery) {
        session.expiresAt = expiryOf(session, now);
        db::renewSession(connection, hash, now, session.expiresAt);
    }
    return found;
}

}  // namespace

domain::Verdict Authenticator::authenticate(http::Request& request) {
    request.caller = {};
    if (const auto token = bearerToken(request)) {
        auto caller = findBearer(request, tokenHash(*token));
        if (!caller) return domain::Refusal(domain::refusals::tokenUnknown);
        request.caller = std::move(*caller);
    } else if (const auto cookie = m_cookie.tokenOf(request)) {
        auto caller = findSession(tokenHash(*cookie), db::SessionPurpose::web, request.receivedAt);
        if (caller) request.caller = std::move(*caller);
    }
    return {};
}

std::optional<http::Caller> Authenticator::findBearer(const http::Request& request,
                                                      const domain::Digest& hash) {
    const domain::Milliseconds now = request.receivedAt;
    if (auto caller = m_bearers.find(hash, now)) return caller;
    const auto terminal = db::findTerminalByToken(*m_pool.take(), hash);
    if (terminal && terminal->active) {
        auto caller = callerOf(*terminal);
        m_bearers.keep(hash, caller, now, rememberedUntil(now));
        return caller;
    }
    auto person = terminal ? std::nullopt : findSession(hash, db::SessionPurpose::api, now);
    if (!person) noticeToken(m_alerts, request, terminal);
    return person;
}

std::optional<http::Caller> Authenticator::findSession(const domain::Digest& hash, db::SessionPurpose purpose,
                                                       domain::Milliseconds now) {
    auto& remembered = purpose == db::SessionPurpose::web ? m_sessions : m_bearers;
    if (auto caller = remembered.find(hash, now)) return caller;
    domain::Milliseconds until = rememberedUntil(now);
    auto caller = db::transact(m_pool, [&](db::Connection& connection) -> std::optional<http::Caller> {
        const auto live = liveSession(connection, hash, purpose, now);
        if (!live) return {};
        until = std::min(until, live->session.expiresAt);
        auto found = callerOf(live->person, db::actorsOf(connection, live->person.id, now));
        if (purpose == db::SessionPurpose::web) found.csrf = live->session.csrf;
        return found;
    });
    if (caller) remembered.keep(hash, *caller, now, until);
    return caller;
}

void Authenticator::signOut(const http::Request& request) {
    const auto token = m_cookie.tokenOf(request);
    if (!token) return;
    closeSession(m_pool, *token);
    m_sessions.forget(tokenHash(*token));
}

domain::Outcome<std::string> stationFor(const http::Caller& caller, std::string_view claimed) {
    if (!caller.station || claimed == *caller.station) return std::string(claimed);
    if (claimed.empty()) return *caller.station;
    return domain::Refusal(domain::refusals::stationNotHere,
                           {{"here", *caller.station}, {"station", std::string(claimed)}});
}

}  // namespace remise::identity
