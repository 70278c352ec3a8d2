#include "server/ledger/make_seal.h"

#include <boost/test/unit_test.hpp>

#include "server/ledger/prove.h"
#include "tests/server/ledger/sealed_house.h"

using namespace remise;
using namespace remise::domain;
using test::SealedHouse;

BOOST_FIXTURE_TEST_SUITE(make_seal_test, SealedHouse)

BOOST_AUTO_TEST_CASE(each_seal_follows_the_one_before_and_counts_the_whole_house) {
    const auto connection = database.pool().take();
    const auto made = ledger::readSeals(*connection);
    BOOST_REQUIRE(made.size() == 3u);
    BOOST_TEST(made[0].previous.hex() == Digest{}.hex());
    for (std::size_t i = 1; i < made.size(); ++i) {
        BOOST_TEST(made[i].previous.hex() == made[i - 1].hash().hex());
        BOOST_TEST(made[i].afterPlace == made[i - 1].lastPlace);
    }
    BOOST_TEST(made[0].histories == 2);
    BOOST_TEST(made[0].events == 3);
    BOOST_TEST(made[0].refusals == 0);
    BOOST_TEST(made[2].histories == 4);
    BOOST_TEST(made[2].events == count("unit_event") + count("drive_event"));
    BOOST_TEST(made[2].refusals == 1);
    BOOST_TEST(made[2].leaves == 2);  // the unit that was blocked, and the command
    BOOST_TEST(made[0].heads == 2);
    BOOST_TEST(made[2].heads == 4);
}

BOOST_AUTO_TEST_CASE(what_goes_on_after_a_seal_changes_nothing_in_its_heads) {
    (void)send("unblock", unit);
    (void)receivedLaptop();
    const auto report = verify(seals);
    BOOST_TEST(report.content(), (report.faults.empty() ? "" : report.faults.front()));
    const auto connection = database.pool().take();
    const auto proof = ledger::proveUnit(*connection, unit);
    BOOST_REQUIRE(proof);
    BOOST_TEST(proof->seal == 3);
    BOOST_TEST(proof->newerEvents == 1);
}

BOOST_AUTO_TEST_CASE(a_seal_is_never_older_than_what_it_covers_or_than_the_seal_before) {
    const auto sealed = ledger::makeSeals(database.pool(), codes, *keys.signingKey(), 1);
    const auto connection = database.pool().take();
    const auto made = ledger::readSeals(*connection);
    BOOST_TEST(sealed.back().sealedAt == made[2].sealedAt);
    BOOST_TEST(made[0].sealedAt >= db::readEvents(*connection, Subject::unit, 1).front().event.recordedAt);
}

BOOST_AUTO_TEST_CASE(a_house_with_more_histories_than_its_feed_names_is_not_sealed) {
    change(
        "INSERT INTO drive (id, code, stage, version, head, changed_at, state) SELECT 999999, "
        "'DBBBBBBBBB', stage, version, head, changed_at, state FROM drive LIMIT 1");
    BOOST_CHECK_THROW(seal(4), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_seal_says_what_it_says_by_the_key_that_signed_it) {
    const auto connection = database.pool().take();
    const auto made = ledger::readSeals(*connection);
    BOOST_TEST(made[0].isSignedBy(keys.publicKeys()));
    auto other = made[0];
    other.events += 1;
    BOOST_TEST(!other.isSignedBy(keys.publicKeys()));
    BOOST_TEST(!made[0].isSignedBy({}));
    keys.make();
    BOOST_TEST(made[0].isSignedBy(keys.publicKeys()));  // the old public key stays
    BOOST_TEST(keys.publicKeys().size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_day_without_events_has_a_seal_without_leaves) {
    seal(4);
    const auto connection = database.pool().take();
    const auto made = ledger::readSeals(*connection);
    BOOST_REQUIRE(made.size() == 4u);
    BOOST_TEST(made[3].leaves == 0);
    BOOST_TEST(verify(seals).content());
}

BOOST_AUTO_TEST_CASE(after_days_without_seals_several_are_made_of_which_the_last_has_the_heads) {
    for (int i = 0; i < 6; ++i)
        (void)send(i % 2 == 0 ? "unblock" : "block", unit);
    const std::string later = laptopAt("in_stock");
    const auto made = ledger::makeSeals(database.pool(), codes, *keys.signingKey(), 1'900'000'000'000, 4);
    ledger::exportSeals(database.pool(), codes, keys, seals);
    BOOST_REQUIRE(made.size() > 3u);
    for (std::size_t i = 0; i + 1 < made.size(); ++i) {
        BOOST_TEST(made[i].heads == 0);
        BOOST_TEST(made[i].leaves > 0);
        BOOST_TEST(made[i].lastPlace - made[i].afterPlace == 4);
        BOOST_TEST(made[i + 1].afterPlace == made[i].lastPlace);
    }
    BOOST_TEST(made.back().heads == made.back().histories);
    BOOST_TEST(verify(seals).faults.empty());
    const auto proof = ledger::proveUnit(*database.pool().take(), later);
    BOOST_REQUIRE(proof);
    BOOST_TEST(proof->seal == made.back().number);
    rewrite(2);
    BOOST_TEST(!verify(seals).faults.empty());
}

BOOST_AUTO_TEST_CASE(what_waits_for_its_place_is_sealed_too) {
    BOOST_TEST(count("inbox") == 0);
    (void)send("unblock", unit);
    BOOST_TEST(count("inbox") == 1);
    seal(4);
    BOOST_TEST(count("inbox") == 0);
    const auto connection = database.pool().take();
    BOOST_TEST(ledger::readSeals(*connection).back().leaves == 2);
}

BOOST_AUTO_TEST_CASE(of_two_servers_that_seal_at_once_one_makes_the_seal) {
    std::vector<std::thread> servers;
    for (int i = 0; i < 2; ++i)
        servers.emplace_back(
            [&] { ledger::makeSeals(database.pool(), codes, *keys.signingKey(), 1'790'500'000'000); });
    for (auto& server : servers)
        server.join();
    BOOST_TEST(verify().content());
}

BOOST_AUTO_TEST_CASE(a_ledger_that_lacks_an_event_is_not_sealed) {
    (void)send("unblock", unit);
    change("DELETE FROM unit_event ORDER BY recorded_at DESC, seq DESC LIMIT 1");
    BOOST_CHECK_THROW(seal(4), std::runtime_error);
    BOOST_TEST(count("seal") == 3);
}

BOOST_AUTO_TEST_CASE(the_folder_gets_the_seals_it_lacks_and_keeps_those_it_has) {
    const auto second = ledger::sealFile(seals, 2);
    const std::string text = ledger::readFile(second);
    std::filesystem::remove(second);
    BOOST_TEST(ledger::exportSeals(database.pool(), codes, keys, seals) == 1u);
    BOOST_TEST(ledger::readFile(second) == text);
    std::ofstream(second, std::ios::trunc) << "kept\n";
    BOOST_TEST(ledger::exportSeals(database.pool(), codes, keys, seals) == 0u);
    BOOST_TEST(ledger::readFile(second) == "kept");
}

BOOST_AUTO_TEST_CASE(what_was_rewritten_never_leaves_the_house_as_sealed) {
    std::filesystem::remove(ledger::sealFile(seals, 1));
    rewrite(1);
    BOOST_CHECK_THROW(ledger::exportSeals(database.pool(), codes, keys, seals), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(the_key_is_readable_by_its_owner_only) {
    const auto permissions = std::filesystem::status(keys.file()).permissions();
    BOOST_TEST((permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write)));
}

BOOST_AUTO_TEST_SUITE_END()
