#pragma once

#include <optional>
#include <string>

#include "db/person_store.h"

namespace remise::db {

/// A browser's sign-in, or a person's token for programs.
enum class SessionPurpose { web, api };

struct Session {
    domain::Digest tokenHash;
    domain::Uuid person;
    SessionPurpose purpose = SessionPurpose::web;
    std::string csrf;  ///< what forms of this session carry
    domain::Milliseconds createdAt = 0;
    domain::Milliseconds seenAt = 0;
    domain::Milliseconds expiresAt = 0;
};

struct SessionOfPerson {
    Session session;
    Person person;
};

void insertSession(Connection&, const Session&);
/// Whether it has expired is for the caller to see.
std::optional<SessionOfPerson> findSession(Connection&, const domain::Digest& tokenHash, SessionPurpose);
void renewSession(Connection&, const domain::Digest& tokenHash, domain::Milliseconds seenAt,
                  domain::Milliseconds expiresAt);
void deleteSession(Connection&, const domain::Digest& tokenHash);
void deleteSessionsOf(Connection&, const domain::Uuid& person);
std::uint64_t deleteExpiredSessions(Connection&, domain::Milliseconds now);

/// Tries to sign in, counted in the database so that every server sees them.
/// Returns the try's number, by which a good one is taken back.
std::uint64_t insertTry(Connection&, const domain::Digest& subject, domain::Milliseconds at);
std::int64_t countTries(Connection&, const domain::Digest& subject, domain::Milliseconds since);
void deleteTry(Connection&, std::uint64_t number);
void deleteTriesOf(Connection&, const domain::Digest& subject);
std::uint64_t deleteTriesBefore(Connection&, domain::Milliseconds);

}  // namespace remise::db
