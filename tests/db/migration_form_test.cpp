#include "db/migration_form.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::db;

BOOST_AUTO_TEST_SUITE(migration_form_test)

const char* const repeatable[] = {
    "CREATE TABLE IF NOT EXISTS t (id INT)",
    "-- why; it is so\ncreate table if not exists t (added DATETIME, why TEXT DEFAULT 'a; ALTER ''ADD')",
    "CREATE UNIQUE INDEX IF NOT EXISTS t_id ON t (id);",
    "ALTER TABLE t ADD COLUMN IF NOT EXISTS a DECIMAL(10, 2), ADD INDEX IF NOT EXISTS t_a (a, b)",
    "ALTER TABLE t DROP COLUMN IF EXISTS a, MODIFY b BIGINT NOT NULL",
    "ALTER TABLE t CHANGE COLUMN IF EXISTS a b INT",
    "DROP TABLE IF EXISTS t",
    "INSERT INTO t VALUES (1)",
    "/* counts */ UPDATE t SET id = id + 1",
};

BOOST_DATA_TEST_CASE(what_may_run_twice_is_accepted, repeatable, sql) {
    BOOST_TEST(!whyNotRepeatable(sql).has_value());
}

const char* const careless[] = {
    "",
    "-- nothing",
    "CREATE TABLE t (id INT)",
    "CREATE TABLE `IF NOT EXISTS` (id INT)",
    "CREATE TABLE t (id INT COMMENT 'IF NOT EXISTS')",
    "ALTER TABLE t ADD COLUMN IF NOT EXISTS a INT, ADD COLUMN b INT",
    "ALTER TABLE t ADD PRIMARY KEY (id)",
    "ALTER TABLE t DROP COLUMN a",
    "ALTER TABLE t RENAME COLUMN a TO b",
    "DROP TABLE t",
    "CREATE TABLE IF NOT EXISTS t (id INT); CREATE TABLE IF NOT EXISTS u (id INT)",
    "SET GLOBAL max_connections = 3",
    "TRUNCATE TABLE t",
};

BOOST_DATA_TEST_CASE(what_may_not_is_refused, careless, sql) {
    BOOST_TEST(whyNotRepeatable(sql).has_value());
}

BOOST_AUTO_TEST_CASE(rows_are_told_from_tables) {
    BOOST_TEST(changesRowsOnly("-- CREATE\ninsert into t values (1)"));
    BOOST_TEST(!changesRowsOnly("CREATE TABLE IF NOT EXISTS t (id INT)"));
}

BOOST_AUTO_TEST_SUITE_END()
