#include "tests/house/migration_rules.h"

#include <boost/test/unit_test.hpp>

using namespace remise::house;

namespace {

SourceFile migration(std::string name, std::string sql) {
    return {"db/migrations/" + name, std::move(sql)};
}

/// These migrations with their checksums as they are now.
SourceFiles signedOff(SourceFiles files) {
    std::string sums;
    for (const SourceFile& file : files)
        sums += sha256(file.text) + "  " + file.path.substr(14) + "\n";
    files.push_back(migration("checksums.txt", sums));
    return files;
}

std::string verdictOn(const SourceFiles& files) {
    return describe(checkMigrations(files));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(migration_rules_test)

BOOST_AUTO_TEST_CASE(our_migrations_are_single_statements_that_nobody_edited) {
    const Findings findings = checkMigrations(sourceTree());
    BOOST_CHECK_MESSAGE(findings.empty(), describe(findings));
}

BOOST_AUTO_TEST_CASE(a_checksum_is_the_one_of_sha256sum) {
    BOOST_TEST(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_CASE(a_migration_with_its_checksum_passes) {
    BOOST_TEST(verdictOn(signedOff({migration(
                   "0001_site.sql", "-- one; site\nCREATE TABLE t (a TEXT DEFAULT ';');\n")})) == "");
}

BOOST_AUTO_TEST_CASE(an_edited_migration_is_found) {
    auto files = signedOff({migration("0001_site.sql", "CREATE TABLE site (code INT)")});
    files[0].text += " ";
    BOOST_TEST(verdictOn(files) ==
               "\n  db/migrations/0001_site.sql: was edited. A migration never changes: write a new one");
}

BOOST_AUTO_TEST_CASE(a_migration_without_checksum_is_told_its_line) {
    const std::string verdict = verdictOn({migration("0001_site.sql", "abc")});
    BOOST_TEST(verdict.find(sha256("abc") + "  0001_site.sql") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_migration_that_went_away_is_found) {
    auto files = signedOff({migration("0001_site.sql", "CREATE TABLE site (code INT)")});
    files.erase(files.begin());
    BOOST_TEST(verdictOn(files) == "\n  db/migrations/checksums.txt:1: 0001_site.sql is gone");
}

BOOST_AUTO_TEST_CASE(two_statements_in_a_file_are_found) {
    BOOST_TEST(verdictOn(signedOff({migration("0001_site.sql", "DROP TABLE a; DROP TABLE b;")}))
                   .find("more than one") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_file_without_statement_is_found) {
    BOOST_TEST(verdictOn(signedOff({migration("0001_site.sql", "-- later\n")})) ==
               "\n  db/migrations/0001_site.sql: holds no statement");
}

BOOST_AUTO_TEST_CASE(two_migrations_of_one_number_are_found) {
    BOOST_TEST(verdictOn(signedOff(
                   {migration("0001_a.sql", "DROP TABLE a"), migration("0001_b.sql", "DROP TABLE b")})) ==
               "\n  db/migrations/0001_b.sql: has the number of 0001_a.sql");
}

BOOST_AUTO_TEST_CASE(a_name_without_number_is_found) {
    BOOST_TEST(verdictOn({migration("site.sql", "DROP TABLE a")}) ==
               "\n  db/migrations/site.sql: is not named NNNN_words.sql");
}

BOOST_AUTO_TEST_SUITE_END()
