#include "db/migrate.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <ostream>

#include "db/error.h"
#include "tests/support/test_database.h"

using namespace remise;
using db::MigrationStep;

namespace {

const std::vector<db::Migration> steps{
    {"0001_shelf.sql", "CREATE TABLE IF NOT EXISTS shelf (id INT PRIMARY KEY)"},
    {"0002_shelf_place.sql",
     "ALTER TABLE shelf ADD COLUMN IF NOT EXISTS place VARCHAR(20) NOT NULL DEFAULT ''"},
    {"0003_first_shelf.sql", "INSERT INTO shelf (id, place) VALUES (1, 'door')"},
    {"0004_counted.sql", "UPDATE shelf SET id = id + 10"},
    {"0005_shelf_by_place.sql", "CREATE INDEX IF NOT EXISTS shelf_by_place ON shelf (place)"},
};

db::Release releaseOf(db::ProgramVersion version, std::vector<db::Migration> migrations = steps,
                      db::ProgramVersion oldest = {1, 0, 0}) {
    return {version, oldest, std::move(migrations)};
}

const db::Release first = releaseOf({1, 0, 0});

struct Fixture {
    test::TestDatabase database{test::Tables::none};
    db::Connection outside{database.settings()};

    std::string shelves() {
        auto result = outside.prepare("SELECT GROUP_CONCAT(id, place) FROM shelf").query();
        result.next();
        return result.text(1);
    }

    std::int64_t recorded() {
        auto result = outside.prepare("SELECT COUNT(*) FROM schema_migration").query();
        result.next();
        return result.integer(1);
    }
};

/// A place in the run at which things may go wrong.
struct Moment {
    MigrationStep step;
    std::string_view name;
};

std::ostream& operator<<(std::ostream& out, const Moment& moment) {
    constexpr const char* names[] = {"begun", "executed", "recorded"};
    return out << moment.name << " " << names[static_cast<int>(moment.step)];
}

std::vector<Moment> everyMoment() {
    std::vector<Moment> moments;
    for (const auto& step : steps)
        for (const auto when : {MigrationStep::begun, MigrationStep::executed, MigrationStep::recorded})
            moments.push_back({when, step.name});
    return moments;
}

struct PowerCut {};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(migrate_test, Fixture)

BOOST_AUTO_TEST_CASE(an_empty_database_gets_every_step_once) {
    db::migrate(database.settings(), first);
    db::migrate(database.settings(), first);
    BOOST_TEST(shelves() == "11door");
    BOOST_TEST(recorded() == 5);
    db::requireFitSchema(outside, first);
}

BOOST_DATA_TEST_CASE(a_crash_at_any_moment_is_resumed_without_doing_anything_twice, everyMoment(), moment) {
    const auto cut = [&](MigrationStep step, std::string_view name) {
        if (step == moment.step && name == moment.name) throw PowerCut{};
    };
    BOOST_CHECK_THROW(db::migrate(database.settings(), first, cut), PowerCut);
    db::migrate(database.settings(), first);
    BOOST_TEST(shelves() == "11door");
    BOOST_TEST(recorded() == 5);
}

BOOST_DATA_TEST_CASE(a_connection_killed_at_any_moment_is_resumed_without_doing_anything_twice, everyMoment(),
                     moment) {
    const auto cut = [&](MigrationStep step, std::string_view name) {
        if (step != moment.step || name != moment.name) return;
        auto result = outside
                          .prepare(
                              "SELECT id FROM information_schema.processlist"
                              " WHERE db = DATABASE() AND id <> CONNECTION_ID()")
                          .query();
        BOOST_REQUIRE(result.next());
        outside.execute("KILL " + result.text(1));
    };
    const bool isLast = moment.step == MigrationStep::recorded && moment.name == steps.back().name;
    if (isLast)
        db::migrate(database.settings(), first, cut);
    else
        BOOST_CHECK_THROW(db::migrate(database.settings(), first, cut), db::Error);
    db::migrate(database.settings(), first);
    BOOST_TEST(shelves() == "11door");
    BOOST_TEST(recorded() == 5);
}

BOOST_AUTO_TEST_CASE(two_programs_that_migrate_at_once_do_it_once) {
    std::thread other([&] { db::migrate(database.settings(), first); });
    db::migrate(database.settings(), first);
    other.join();
    BOOST_TEST(shelves() == "11door");
}

BOOST_AUTO_TEST_CASE(the_migrations_of_this_program_make_tables_it_accepts) {
    db::migrate(database.settings());
    db::requireFitSchema(outside);
}

BOOST_AUTO_TEST_CASE(an_edited_migration_is_refused) {
    db::migrate(database.settings(), first);
    auto edited = steps;
    edited[0].text = "CREATE TABLE IF NOT EXISTS shelf (id BIGINT PRIMARY KEY)";
    BOOST_CHECK_THROW(db::migrate(database.settings(), releaseOf({1, 0, 0}, edited)), db::SchemaUnfit);
    BOOST_CHECK_THROW(db::requireFitSchema(outside, releaseOf({1, 0, 0}, edited)), db::SchemaUnfit);
}

BOOST_AUTO_TEST_CASE(an_older_program_does_not_migrate_newer_tables_back) {
    db::migrate(database.settings(), releaseOf({1, 1, 0}));
    BOOST_CHECK_THROW(db::migrate(database.settings(), releaseOf({1, 0, 0})), db::SchemaUnfit);
}

BOOST_AUTO_TEST_CASE(an_older_program_runs_on_newer_tables_until_they_rule_it_out) {
    const std::vector<db::Migration> fewer(steps.begin(), steps.end() - 1);
    const auto old = releaseOf({1, 0, 0}, fewer);
    db::migrate(database.settings(), old);
    db::migrate(database.settings(), releaseOf({1, 1, 0}));
    db::requireFitSchema(outside, old);
    db::migrate(database.settings(), releaseOf({1, 2, 0}, steps, {1, 1, 0}));
    BOOST_CHECK_THROW(db::requireFitSchema(outside, old), db::SchemaUnfit);
}

BOOST_AUTO_TEST_CASE(tables_of_another_build_of_the_same_version_are_refused) {
    db::migrate(database.settings(), first);
    const std::vector<db::Migration> fewer(steps.begin(), steps.end() - 1);
    BOOST_CHECK_THROW(db::requireFitSchema(outside, releaseOf({1, 0, 0}, fewer)), db::SchemaUnfit);
}

BOOST_AUTO_TEST_CASE(tables_that_lack_a_step_are_refused_by_its_name) {
    BOOST_CHECK_THROW(db::requireFitSchema(outside, first), db::SchemaUnfit);
    const std::vector<db::Migration> fewer(steps.begin(), steps.end() - 1);
    db::migrate(database.settings(), releaseOf({1, 0, 0}, fewer));
    BOOST_CHECK_EXCEPTION(db::requireFitSchema(outside, first), db::SchemaUnfit, [](auto& error) {
        return std::string(error.what()).find("0005_shelf_by_place.sql") != std::string::npos;
    });
}

BOOST_AUTO_TEST_CASE(a_step_that_could_not_run_twice_is_refused_before_anything_happens) {
    auto careless = steps;
    careless[4].text = "CREATE INDEX shelf_by_place ON shelf (place)";
    BOOST_CHECK_THROW(db::migrate(database.settings(), releaseOf({1, 0, 0}, careless)), db::SchemaUnfit);
    BOOST_CHECK_THROW(db::requireFitSchema(outside, first), db::SchemaUnfit);
}

BOOST_AUTO_TEST_SUITE_END()
