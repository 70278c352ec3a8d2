#include "db/person_store.h"

#include <stdexcept>

#include "db/database.h"

namespace remise::db {
namespace {

constexpr std::string_view columns =
    "person.id, person.role, person.name, person.email, person.password_hash, person.pin_hash, "
    "person.association, person.site, person.language, person.active, person.created_at";
constexpr int columnCount = 11;

domain::Role roleOf(const std::string& name) {
    const auto role = domain::roleNamed(name);
    if (!role)
        throw std::runtime_error("person.role holds '" + name + "', which is no role this program knows");
    return *role;
}

Person readPerson(Result& row) {
    Person person;
    person.id = domain::Uuid::fromRaw(row.text(1));
    person.role = roleOf(row.text(2));
    person.name = row.text(3);
    person.email = row.textOrNull(4);
    person.passwordHash = row.textOrNull(5);
    person.pinHash = row.textOrNull(6);
    if (!row.isNull(7)) person.association = domain::Uuid::fromRaw(row.text(7));
    person.site = row.text(8);
    person.language = row.text(9);
    person.active = row.integer(10) != 0;
    person.createdAt = row.integer(11);
    return person;
}

std::optional<Person> readOne(Result rows) {
    if (!rows.next()) return {};
    return readPerson(rows);
}

std::vector<Person> readAll(Result rows) {
    std::vector<Person> people;
    while (rows.next())
        people.push_back(readPerson(rows));
    return people;
}

std::string select(std::string_view rest) {
    return "SELECT " + std::string(columns) + " FROM person " + std::string(rest);
}

std::optional<std::string> rawOrNull(const std::optional<domain::Uuid>& id) {
    return id ? std::optional(id->raw()) : std::nullopt;
}

/// The day of the lasting pseudonym: no schedule that erases old days ever reaches it.
constexpr std::string_view lastingDay = "9999-12-31";

std::string dayOf(domain::Milliseconds moment) {
    return domain::formatTime(moment).substr(0, 10);
}

domain::Uuid actorOf(Connection& connection, const domain::Uuid& person, std::string_view day) {
    const auto find = [&]() -> std::optional<domain::Uuid> {
        auto rows = connection.prepare("SELECT id FROM actor WHERE person = ? AND day = ?")
                        .bind(person.raw())
                        .bind(day)
                        .query();
        if (!rows.next()) return {};
        return domain::Uuid::fromRaw(rows.text(1));
    };
    if (const auto actor = find()) return *actor;
    connection
        .prepare("INSERT INTO actor (id, person, day) VALUES (?,?,?) ON DUPLICATE KEY UPDATE person = person")
        .bind(domain::Uuid::v4().raw())
        .bind(person.raw())
        .bind(day)
        .execute();
    return find().value();
}

}  // namespace

void insertPerson(Connection& connection, const Person& person) {
    connection
        .prepare(
            "INSERT INTO person (id, role, name, email, password_hash, pin_hash, association, site, "
            "language, "
            "active, created_at) VALUES (" +
            placeholders(columnCount) + ")")
        .bind(person.id.raw())
        .bind(domain::roleName(person.role))
        .bind(person.name)
        .bind(person.email)
        .bind(person.passwordHash)
        .bind(person.pinHash)
        .bind(rawOrNull(person.association))
        .bind(person.site)
        .bind(person.language)
        .bind(person.active ? 1 : 0)
        .bind(person.createdAt)
        .execute();
}

std::optional<Person> findPerson(Connection& connection, const domain::Uuid& id) {
    return readOne(connection.prepare(select("WHERE id = ?")).bind(id.raw()).query());
}

std::optional<Person> findPersonByEmail(Connection& connection, std::string_view lowerCaseEmail) {
    return readOne(connection.prepare(select("WHERE email = ?")).bind(lowerCaseEmail).query());
}

std::vector<Person> listMembers(Connection& connection, const domain::Uuid& association) {
    return readAll(connection.prepare(select("WHERE association = ? ORDER BY created_at, id"))
                       .bind(association.raw())
                       .query());
}

std::vector<Person> listStaff(Connection& connection, std::string_view site) {
    return readAll(
        connection.prepare(select("WHERE site = ? ORDER BY role, created_at, id")).bind(site).query());
}

std::vector<std::string> listNames(Connection& connection, std::string_view site) {
    auto rows = connection.prepare("SELECT name FROM person WHERE site = ?").bind(site).query();
    std::vector<std::string> names;
    while (rows.next())
        names.push_back(rows.text(1));
    return names;
}

std::vector<std::string> listSites(Connection& connection) {
    auto rows = connection.prepare("SELECT DISTINCT site FROM person WHERE site <> '' ORDER BY site").query();
    std::vector<std::string> sites;
    while (rows.next())
        sites.push_back(rows.text(1));
    return sites;
}

bool setPassword(Connection& connection, const domain::Uuid& person, std::string_view passwordHash) {
    return connection.prepare("UPDATE person SET password_hash = ? WHERE id = ?")
               .bind(passwordHash)
               .bind(person.raw())
               .execute() == 1;
}

bool setPin(Connection& connection, const domain::Uuid& person, std::string_view pinHash) {
    return connection.prepare("UPDATE person SET pin_hash = ? WHERE id = ?")
               .bind(pinHash)
               .bind(person.raw())
               .execute() == 1;
}

bool setActive(Connection& connection, const domain::Uuid& person) {
    return connection.prepare("UPDATE person SET active = 1 WHERE id = ?").bind(person.raw()).execute() == 1;
}

bool setInactive(Connection& connection, const domain::Uuid& person) {
    return connection.prepare("UPDATE person SET active = 0 WHERE id = ?").bind(person.raw()).execute() == 1;
}

void insertBadge(Connection& connection, const domain::Digest& hash, const domain::Uuid& person,
                 domain::Milliseconds now) {
    connection.prepare("INSERT INTO badge (hash, person, issued_at) VALUES (?,?,?)")
        .bind(hash.raw())
        .bind(person.raw())
        .bind(now)
        .execute();
}

std::optional<Badge> findBadge(Connection& connection, const domain::Digest& hash) {
    auto rows =
        connection
            .prepare("SELECT " + std::string(columns) +
                     ", badge.revoked_at FROM badge JOIN person ON person.id = badge.person WHERE hash = ?")
            .bind(hash.raw())
            .query();
    if (!rows.next()) return {};
    Badge badge{readPerson(rows), {}};
    badge.revokedAt = rows.integerOrNull(columnCount + 1);
    return badge;
}

std::uint64_t revokeBadges(Connection& connection, const domain::Uuid& person, domain::Milliseconds now) {
    return connection.prepare("UPDATE badge SET revoked_at = ? WHERE person = ? AND revoked_at IS NULL")
        .bind(now)
        .bind(person.raw())
        .execute();
}

Actors actorsOf(Connection& connection, const domain::Uuid& person, domain::Milliseconds now) {
    return {actorOf(connection, person, dayOf(now)), actorOf(connection, person, lastingDay)};
}

std::optional<domain::Uuid> findPersonOfActor(Connection& connection, const domain::Uuid& actor) {
    auto rows = connection.prepare("SELECT person FROM actor WHERE id = ?").bind(actor.raw()).query();
    if (!rows.next()) return {};
    return domain::Uuid::fromRaw(rows.text(1));
}

std::uint64_t eraseActorsOlderThan(Connection& connection, int days, domain::Milliseconds now) {
    constexpr domain::Milliseconds aDay = 24 * 60 * 60 * 1000;
    return connection.prepare("DELETE FROM actor WHERE day < ?").bind(dayOf(now - days * aDay)).execute();
}

}  // namespace remise::db
