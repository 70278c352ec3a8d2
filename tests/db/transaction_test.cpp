#include "db/transaction.h"

#include <barrier>
#include <boost/test/unit_test.hpp>

#include "tests/support/test_database.h"

using namespace remise;

namespace {

struct Fixture {
    test::TestDatabase database{test::Tables::none};
    db::Connection outside{database.settings()};

    Fixture() { outside.execute("CREATE TABLE t (id INT PRIMARY KEY, number INT NOT NULL)"); }

    std::int64_t count() {
        auto result = outside.prepare("SELECT COUNT(*) FROM t").query();
        result.next();
        return result.integer(1);
    }

    void kill(db::Connection& victim) { kill(victim.id()); }
    void kill(std::uint64_t session) {
        outside.execute("KILL " + std::to_string(session));
        // KILL only asks; the session has ended when the server no longer lists it.
        auto& listed = outside.prepare("SELECT COUNT(*) FROM information_schema.processlist WHERE id = ?");
        for (std::int64_t left = 1; left > 0;) {
            auto result = listed.bind(session).query();
            result.next();
            left = result.integer(1);
        }
    }
};

void insertOne(db::Connection& connection, int id) {
    connection.prepare("INSERT INTO t VALUES (?, 0)").bind(id).execute();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(transaction_test, Fixture)

BOOST_AUTO_TEST_CASE(a_commit_on_a_killed_connection_fails_and_nothing_is_saved) {
    db::Connection victim(database.settings());
    {
        db::Transaction transaction(victim);
        insertOne(victim, 1);
        kill(victim);
        BOOST_CHECK_THROW(transaction.commit(), db::UnknownOutcome);
    }
    BOOST_TEST(victim.isBroken());
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(a_deed_whose_connection_is_killed_is_not_acknowledged) {
    bool acknowledged = false;
    const auto deed = [&] {
        db::transact(database.pool(), [&](db::Connection& connection) {
            insertOne(connection, 1);
            kill(connection);
        });
        acknowledged = true;
    };
    BOOST_CHECK_THROW(deed(), db::UnknownOutcome);
    BOOST_TEST(!acknowledged);
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(a_connection_killed_before_the_commit_is_known_to_have_saved_nothing) {
    const auto deed = [&](db::Connection& connection) {
        insertOne(connection, 1);
        kill(connection);
        insertOne(connection, 2);
    };
    BOOST_CHECK_EXCEPTION(db::transact(database.pool(), deed), db::Error, [](const db::Error& error) {
        return error.breaksConnection() && dynamic_cast<const db::UnknownOutcome*>(&error) == nullptr;
    });
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(what_is_not_committed_is_rolled_back) {
    db::Connection connection(database.settings());
    {
        const db::Transaction transaction(connection);
        insertOne(connection, 1);
    }
    BOOST_TEST(!connection.isInTransaction());
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(transact_gives_back_what_the_deed_returns) {
    const auto id = db::transact(database.pool(), [](db::Connection& connection) {
        insertOne(connection, 7);
        return 7;
    });
    BOOST_TEST(id == 7);
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(an_exception_of_the_deed_rolls_back_and_goes_on) {
    const auto deed = [](db::Connection& connection) {
        insertOne(connection, 1);
        throw std::domain_error("changed its mind");
    };
    BOOST_CHECK_THROW(db::transact(database.pool(), deed), std::domain_error);
    BOOST_TEST(count() == 0);
}

BOOST_AUTO_TEST_CASE(two_deeds_in_a_deadlock_both_succeed_by_running_again_whole) {
    outside.execute("INSERT INTO t VALUES (1, 0), (2, 0)");
    std::atomic<int> runs = 0;
    std::barrier both(2);
    const auto addTo = [&](int first, int second) {
        bool waits = true;
        db::transact(database.pool(), [&](db::Connection& connection) {
            ++runs;
            auto& add = connection.prepare("UPDATE t SET number = number + 1 WHERE id = ?");
            add.bind(first).execute();
            if (std::exchange(waits, false))
                both.arrive_and_wait();  // each holds its first row before it asks for the other's
            add.bind(second).execute();
        });
    };
    std::thread other([&] { addTo(2, 1); });
    addTo(1, 2);
    other.join();
    BOOST_TEST(runs == 3);
    auto result = outside.prepare("SELECT MIN(number), MAX(number) FROM t").query();
    result.next();
    BOOST_TEST(result.integer(1) == 2);
    BOOST_TEST(result.integer(2) == 2);
}

BOOST_AUTO_TEST_CASE(a_deed_that_swallows_its_deadlock_cannot_save_the_other_half) {
    int runs = 0;
    db::transact(database.pool(), [&](db::Connection& connection) {
        if (++runs == 1) {
            // The server's own words for "your transaction is gone".
            BOOST_CHECK_THROW(connection.execute("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213"),
                              db::Error);
            BOOST_CHECK_THROW(insertOne(connection, 1), db::Error);
        } else {
            insertOne(connection, 2);
        }
    });
    BOOST_TEST(runs == 2);
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_CASE(a_deed_that_always_deadlocks_fails_in_the_end) {
    int runs = 0;
    const auto deed = [&](db::Connection& connection) {
        ++runs;
        connection.execute("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = 1213");
    };
    BOOST_CHECK_EXCEPTION(db::transact(database.pool(), deed), db::Error,
                          [](auto& e) { return e.code() == 1213; });
    BOOST_TEST(runs == 20);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_that_died_is_replaced_before_the_deed_begins) {
    kill(database.pool().take()->id());
    db::transact(database.pool(), [](db::Connection& connection) { insertOne(connection, 1); });
    BOOST_TEST(count() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
