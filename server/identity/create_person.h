#pragma once

#include <optional>
#include <string>

#include "db/database.h"
#include "db/person_store.h"
#include "server/domain/outcome.h"
#include "server/identity/secrets.h"

/// Deeds that make people and their keys. Secrets are returned once, in clear, to be handed over; the
/// database keeps their hashes.
namespace remise::identity {

struct NewWorker {
    domain::Role role = domain::Role::worker;  ///< worker, leader, or anybody who works on the floor
    std::string site;
    std::string language = "fr";
    std::string name;  ///< empty: a free bird's name
};

struct CreatedWorker {
    domain::Uuid person;
    std::string name;
    std::string badge;
    std::string pin;
};

/// A worker with a new badge and a PIN of four digits.
CreatedWorker createWorker(db::Pool&, const ServerSecret&, const NewWorker&, domain::Milliseconds now);

struct NewAccount {
    std::string email;
    std::string password;
    std::string name;  ///< a first name
    std::string language = "fr";
};

/// Somebody of the house who signs in on the web. A leader gets a badge with `issueBadge`.
domain::Outcome<domain::Uuid> createStaff(db::Pool&, const NewAccount&, domain::Role, const std::string& site,
                                          domain::Milliseconds now);

/// A member of an association, not yet written: checked, and the password hashed, which takes a while and so
/// is done before a transaction begins. An association may have several members.
domain::Outcome<db::Person> prepareMember(const NewAccount&, const domain::Uuid& association,
                                          domain::Milliseconds now);
/// Writes what prepareMember made; refused (email_taken), with nothing written, when somebody has that
/// address. In a transaction that writes an association too, call it first.
domain::Verdict registerMember(db::Connection&, const db::Person&);

/// A new badge; those the person had stop working.
std::string issueBadge(db::Pool&, const ServerSecret&, const domain::Uuid& person, domain::Milliseconds now);
/// How many badges stopped working.
std::uint64_t revokeBadges(db::Pool&, const domain::Uuid& person, domain::Milliseconds now);
domain::Verdict changePin(db::Pool&, const ServerSecret&, const domain::Uuid& person, const std::string& pin);
/// Ends every session the person has.
domain::Verdict changePassword(db::Pool&, const domain::Uuid& person, const std::string& password);
/// No badge, password or session of the person works any more; the ledger's pseudonyms stay.
void dismiss(db::Pool&, const domain::Uuid& person, domain::Milliseconds now);

}  // namespace remise::identity
