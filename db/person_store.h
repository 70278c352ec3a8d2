#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/ids.h"
#include "server/domain/roles.h"

namespace remise::db {

class Connection;

/// Somebody who signs in. Workers have a badge, staff an e-mail address and a password (a leader has both),
/// members of an association an e-mail address and a password.
struct Person {
    domain::Uuid id;
    domain::Role role = domain::Role::worker;
    std::string name;                         ///< a bird's for a worker, else a first name; never a surname
    std::optional<std::string> email;         ///< lower case
    std::optional<std::string> passwordHash;  ///< Argon2id
    std::optional<std::string> pinHash;       ///< Argon2id over the keyed PIN
    std::optional<domain::Uuid> association;
    std::string site;  ///< empty for an association's member
    std::string language = "fr";
    bool active = true;
    domain::Milliseconds createdAt = 0;
};

/// Throws Error 1062 when the e-mail address is taken.
void insertPerson(Connection&, const Person&);
std::optional<Person> findPerson(Connection&, const domain::Uuid&);
std::optional<Person> findPersonByEmail(Connection&, std::string_view lowerCaseEmail);
std::vector<Person> listMembers(Connection&, const domain::Uuid& association);
std::vector<Person> listStaff(Connection&, std::string_view site);
/// Every name in use at the site.
std::vector<std::string> listNames(Connection&, std::string_view site);
/// Every site that somebody works at, or has.
std::vector<std::string> listSites(Connection&);
/// The four below are false when there is no such person.
bool setPassword(Connection&, const domain::Uuid& person, std::string_view passwordHash);
bool setPin(Connection&, const domain::Uuid& person, std::string_view pinHash);
bool setActive(Connection&, const domain::Uuid& person);
bool setInactive(Connection&, const domain::Uuid& person);

/// A badge and whose it is.
struct Badge {
    Person person;
    std::optional<domain::Milliseconds> revokedAt;
};

void insertBadge(Connection&, const domain::Digest& hash, const domain::Uuid& person,
                 domain::Milliseconds now);
std::optional<Badge> findBadge(Connection&, const domain::Digest& hash);
/// Every badge of the person that still works; how many there were.
std::uint64_t revokeBadges(Connection&, const domain::Uuid& person, domain::Milliseconds now);

/// The two pseudonyms under which a person writes into the ledger.
struct Actors {
    domain::Uuid ofTheDay;
    domain::Uuid lasting;  ///< where proof needs authorship
};

/// Made when missing; the same for everybody who asks at once. `now` gives the day (UTC).
Actors actorsOf(Connection&, const domain::Uuid& person, domain::Milliseconds now);
/// Whose pseudonym this is; nothing once it was erased.
std::optional<domain::Uuid> findPersonOfActor(Connection&, const domain::Uuid& actor);
/// Erases the pseudonyms of the days before `now`'s day less `days`; the lasting ones stay. How many went.
std::uint64_t eraseActorsOlderThan(Connection&, int days, domain::Milliseconds now);

}  // namespace remise::db
