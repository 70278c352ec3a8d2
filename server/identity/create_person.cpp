#include "server/identity/create_person.h"

#include "db/session_store.h"
#include "server/domain/refusals.h"
#include "server/identity/bird_names.h"
#include "server/identity/passwords.h"
#include "server/identity/person_rules.h"

namespace remise::identity {
namespace {

constexpr int newPinDigits = 4;

domain::Outcome<db::Person> prepareAccount(const NewAccount& account, domain::Milliseconds now) {
    auto email = normaliseEmail(account.email);
    if (!email) return email.refusal();
    auto name = normaliseName(account.name);
    if (!name) return name.refusal();
    if (const auto good = checkPassword(account.password); !good) return good.refusal();
    db::Person person;
    person.id = domain::Uuid::v4();
    person.name = std::move(*name);
    person.email = std::move(*email);
    person.passwordHash = hashPassword(account.password);
    person.language = account.language;
    person.createdAt = now;
    return person;
}

domain::Verdict insertUnlessTaken(db::Connection& connection, const db::Person& person) {
    if (db::findPersonByEmail(connection, *person.email))
        return domain::Refusal(domain::refusals::emailTaken);
    try {
        db::insertPerson(connection, person);
    } catch (const db::Error& error) {
        // Two at once with the same address: the second one sees it only here.
        if (db::duplicateKeyName(error) != "person_email") throw;
        return domain::Refusal(domain::refusals::emailTaken);
    }
    return {};
}

}  // namespace

CreatedWorker createWorker(db::Pool& pool, const ServerSecret& secret, const NewWorker& worker,
                           domain::Milliseconds now) {
    CreatedWorker created{domain::Uuid::v4(), worker.name, newBadge(), newPin(newPinDigits)};
    db::Person person;
    person.id = created.person;
    person.role = worker.role;
    person.pinHash = hashPin(secret, created.pin);
    person.site = worker.site;
    person.language = worker.language;
    person.createdAt = now;
    created.name = db::transact(pool, [&](db::Connection& connection) {
        person.name =
            worker.name.empty() ? freeBirdName(db::listNames(connection, worker.site)) : worker.name;
        db::insertPerson(connection, person);
        db::insertBadge(connection, badgeHash(secret, created.badge), person.id, now);
        return person.name;
    });
    return created;
}

domain::Outcome<domain::Uuid> createStaff(db::Pool& pool, const NewAccount& account, domain::Role role,
                                          const std::string& site, domain::Milliseconds now) {
    auto person = prepareAccount(account, now);
    if (!person) return person.refusal();
    person->role = role;
    person->site = site;
    const auto written = db::transact(
        pool, [&](db::Connection& connection) { return insertUnlessTaken(connection, *person); });
    if (!written) return written.refusal();
    return person->id;
}

domain::Outcome<db::Person> prepareMember(const NewAccount& account, const domain::Uuid& association,
                                          domain::Milliseconds now) {
    auto person = prepareAccount(account, now);
    if (!person) return person.refusal();
    person->role = domain::Role::association;
    person->association = association;
    return person;
}

domain::Verdict registerMember(db::Connection& connection, const db::Person& member) {
    return insertUnlessTaken(connection, member);
}

std::string issueBadge(db::Pool& pool, const ServerSecret& secret, const domain::Uuid& person,
                       domain::Milliseconds now) {
    std::string badge = newBadge();
    db::transact(pool, [&](db::Connection& connection) {
        db::revokeBadges(connection, person, now);
        db::insertBadge(connection, badgeHash(secret, badge), person, now);
    });
    return badge;
}

std::uint64_t revokeBadges(db::Pool& pool, const domain::Uuid& person, domain::Milliseconds now) {
    return db::transact(
        pool, [&](db::Connection& connection) { return db::revokeBadges(connection, person, now); });
}

domain::Verdict changePin(db::Pool& pool, const ServerSecret& secret, const domain::Uuid& person,
                          const std::string& pin) {
    if (auto good = checkPinShape(pin); !good) return good;
    const auto hash = hashPin(secret, pin);
    db::transact(pool, [&](db::Connection& connection) { db::setPin(connection, person, hash); });
    return {};
}

domain::Verdict changePassword(db::Pool& pool, const domain::Uuid& person, const std::string& password) {
    if (auto good = checkPassword(password); !good) return good;
    const auto hash = hashPassword(password);
    db::transact(pool, [&](db::Connection& connection) {
        db::setPassword(connection, person, hash);
        db::deleteSessionsOf(connection, person);
    });
    return {};
}

void dismiss(db::Pool& pool, const domain::Uuid& person, domain::Milliseconds now) {
    db::transact(pool, [&](db::Connection& connection) {
        db::setInactive(connection, person);
        db::revokeBadges(connection, person, now);
        db::deleteSessionsOf(connection, person);
    });
}

}  // namespace remise::identity
