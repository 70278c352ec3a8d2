#include "db/person_store.h"

#include <atomic>
#include <boost/test/unit_test.hpp>
#include <mutex>
#include <set>
#include <thread>

#include "tests/support/test_database.h"

using namespace remise;

namespace {

constexpr domain::Milliseconds noon = 1'795'348'800'000, aDay = 24 * 60 * 60 * 1000;

struct People {
    test::TestDatabase database;
    db::Pool& pool = database.pool();
    domain::Uuid wren = insert("troglodyte");

    domain::Uuid insert(const std::string& name) {
        db::Person person;
        person.id = domain::Uuid::v4();
        person.name = name;
        person.site = "nord";
        person.createdAt = noon;
        db::insertPerson(*pool.take(), person);
        return person.id;
    }

    db::Actors actors(domain::Milliseconds now) { return db::actorsOf(*pool.take(), wren, now); }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(person_store_test, People)

BOOST_AUTO_TEST_CASE(everybody_who_asks_at_once_gets_the_same_pseudonyms) {
    std::mutex mutex;
    std::set<domain::Uuid> seen;
    std::vector<std::thread> threads;
    for (int t = 0; t < 8; ++t)
        threads.emplace_back([&] {
            const auto found = db::transact(
                pool, [&](db::Connection& connection) { return db::actorsOf(connection, wren, noon); });
            const std::lock_guard lock(mutex);
            seen.insert({found.ofTheDay, found.lasting});
        });
    for (auto& thread : threads)
        thread.join();
    BOOST_TEST(seen.size() == 2u);
}

BOOST_AUTO_TEST_CASE(erasing_old_days_keeps_the_recent_ones_and_the_lasting_one) {
    const auto old = actors(noon - 40 * aDay), today = actors(noon);
    BOOST_TEST(db::eraseActorsOlderThan(*pool.take(), 30, noon) == 1u);
    BOOST_TEST(!db::findPersonOfActor(*pool.take(), old.ofTheDay));
    BOOST_TEST((db::findPersonOfActor(*pool.take(), today.ofTheDay) == wren));
    BOOST_TEST((db::findPersonOfActor(*pool.take(), old.lasting) == wren));
}

BOOST_AUTO_TEST_CASE(many_people_may_be_without_an_email_address) {
    insert("merle");
    insert("merle");
    BOOST_TEST(db::listStaff(*pool.take(), "nord").size() == 3u);
    BOOST_TEST(!db::findPersonByEmail(*pool.take(), ""));
}

BOOST_AUTO_TEST_CASE(addresses_that_differ_by_an_accent_are_two) {
    db::Person person;
    person.role = domain::Role::team;
    for (const std::string email : {"rene@example.org", "rené@example.org"}) {
        person.id = domain::Uuid::v4();
        person.email = email;
        db::insertPerson(*pool.take(), person);
        BOOST_TEST((db::findPersonByEmail(*pool.take(), email)->id == person.id));
    }
}

BOOST_AUTO_TEST_SUITE_END()
