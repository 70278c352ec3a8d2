#include "server/ledger/inspect_seals.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/server/ledger/sealed_house.h"

using namespace remise;
using namespace remise::domain;
using test::SealedHouse;
namespace data = boost::unit_test::data;

namespace {

std::string allOf(const std::vector<std::string>& faults) {
    std::string all;
    for (const auto& fault : faults)
        (all += fault) += '\n';
    return all;
}

bool says(const std::vector<std::string>& faults, std::string_view words) {
    return allOf(faults).find(words) != std::string::npos;
}

/// The insider has the signing key too: makes the stored seals anew over the rewritten ledger.
void sealAnew(SealedHouse& house) {
    house.change("DELETE FROM seal");
    for (int day = 1; day <= 3; ++day)
        ledger::makeSeals(house.database.pool(), house.codes, *house.keys.signingKey(), day);
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(inspect_seals_test, SealedHouse)

BOOST_AUTO_TEST_CASE(an_untouched_house_is_content_with_its_seals_inside_and_outside) {
    const auto report = verify(seals);
    BOOST_TEST(report.content(), allOf(report.faults));
    BOOST_TEST(report.seals == 3);
    BOOST_TEST(report.sealsOutside == 3);
}

BOOST_AUTO_TEST_CASE(an_insider_who_rebuilds_a_chain_is_not_seen_without_seals) {
    rewrite(1);
    BOOST_TEST(ledger::verify(database.pool()).content());
}

BOOST_AUTO_TEST_CASE(an_insider_who_rebuilds_a_chain_is_found_by_the_seals_in_the_database) {
    rewrite(1);
    const auto faults = verify().faults;
    BOOST_TEST(says(faults, "seal 1 of "), allOf(faults));
    BOOST_TEST(says(faults, "the ledger is no longer what was sealed"), allOf(faults));
}

BOOST_AUTO_TEST_CASE(the_seals_outside_name_the_unit_and_the_first_seal_that_differs) {
    rewrite(1);
    const auto faults = verify(seals).faults;
    BOOST_TEST(says(faults, "unit " + unit + ": event 2 is not as seal 1 of "), allOf(faults));
}

BOOST_AUTO_TEST_CASE(a_later_event_that_was_rewritten_leaves_the_seals_before_it_whole) {
    rewrite(3);  // the block of the third day
    const auto faults = verify(seals).faults;
    BOOST_TEST(!says(faults, "seal 1 of"), allOf(faults));
    BOOST_TEST(says(faults, "unit " + unit + ": event 3 is not as seal 3 of "), allOf(faults));
}

BOOST_AUTO_TEST_CASE(an_insider_who_makes_the_stored_seals_anew_is_found_by_those_outside) {
    rewrite(1);
    sealAnew(*this);
    BOOST_TEST(verify().content());  // all of the database agrees with itself
    const auto faults = verify(seals).faults;
    BOOST_TEST(says(faults, "the one in the database is not the one kept outside"), allOf(faults));
    BOOST_TEST(says(faults, "unit " + unit + ": event 2 is not as seal 1 of "), allOf(faults));
}

BOOST_AUTO_TEST_CASE(a_unit_that_vanished_with_all_its_traces_is_named) {
    change("DELETE FROM unit WHERE code = '" + unit + "'");
    change("DELETE FROM unit_event WHERE unit = " + std::to_string(*codes.id(Subject::unit, unit)));
    change("DELETE FROM feed WHERE subject = 0 AND refused IS NULL AND entity = " +
           std::to_string(*codes.id(Subject::unit, unit)));
    const auto faults = verify(seals).faults;
    BOOST_TEST(says(faults, "unit " + unit + ": event 2 is gone, and was there when seal 1 of "),
               allOf(faults));
}

BOOST_AUTO_TEST_CASE(a_refused_command_that_was_deleted_is_named) {
    change("DELETE FROM command WHERE id = UNHEX('" +
           Digest::fromRaw(refused.raw() + refused.raw()).hex().substr(0, 32) + "')");
    BOOST_TEST(ledger::verify(database.pool()).content());
    const auto faults = verify().faults;
    BOOST_TEST(says(faults, "seal 2 of"), allOf(faults));
    BOOST_TEST(says(faults, "command " + refused.text() + " is not there any more"), allOf(faults));
}

BOOST_AUTO_TEST_CASE(an_event_slipped_in_beside_the_feed_is_noticed) {
    (void)send("unblock", unit);
    change("DELETE FROM inbox");
    BOOST_TEST(says(verify().faults, "feed: it names "));
}

BOOST_AUTO_TEST_CASE(a_ledger_older_than_its_seals_is_told_from_a_whole_one) {
    // As after an old copy was put back.
    change("DELETE FROM seal WHERE number = 3");
    change("DELETE FROM feed WHERE place > (SELECT last_place FROM seal WHERE number = 2)");
    change("DELETE FROM unit_event WHERE seq = 3 AND unit = " +
           std::to_string(*codes.id(Subject::unit, unit)));
    const auto faults = verify(seals).faults;
    BOOST_TEST(says(faults, "seal 3 of"), allOf(faults));
    BOOST_TEST(says(faults, "is kept outside and not in the database"), allOf(faults));
    BOOST_TEST(says(faults, "unit " + unit + ": event 3 is gone, and was there when seal 3 of"),
               allOf(faults));
}

BOOST_AUTO_TEST_CASE(a_head_that_was_wrong_when_it_was_sealed_is_noticed) {
    change("UPDATE unit SET head = REPEAT('x', 32) WHERE code = '" + unit + "'");
    seal(4);
    const auto faults = verify().faults;
    BOOST_TEST(says(faults, "seal 4 of "), allOf(faults));
    BOOST_TEST(says(faults, "the heads of the house are not those that were sealed"), allOf(faults));
}

BOOST_AUTO_TEST_CASE(a_key_nobody_knows_signs_nothing) {
    const auto stranger = proof::SigningKey::make();
    change("DELETE FROM seal");
    ledger::makeSeals(database.pool(), codes, stranger, 1);
    const auto faults = verify().faults;
    BOOST_TEST(
        says(faults, "is signed by the key " + stranger.publicKey().id() + ", which is not known here"),
        allOf(faults));
}

/// Each changes one member of a stored seal, or the table.
const char* const changes[] = {
    "UPDATE seal SET number = 9 WHERE number = 3",
    "UPDATE seal SET sealed_at = sealed_at + 1 WHERE number = 2",
    "UPDATE seal SET last_place = last_place + 1 WHERE number = 2",
    "UPDATE seal SET content = REPLACE(content, '\"events\":', '\"events\":1') WHERE number = 2",
    "UPDATE seal SET content = REPLACE(content, '\"histories\":', '\"histories\":1') WHERE number = 2",
    "UPDATE seal SET content = REPLACE(content, '\"refusals\":', '\"refusals\":1') WHERE number = 1",
    "UPDATE seal SET content = REPLACE(content, '\"heads\":', '\"heads\":1') WHERE number = 3",
    "UPDATE seal SET content = REPLACE(content, '\"heads_root\":\"', '\"heads_root\":\"00') WHERE number = 1",
    "UPDATE seal SET content = REPLACE(content, '\"leaves\":', '\"leaves\":1') WHERE number = 2",
    "UPDATE seal SET content = REPLACE(content, '\"sealed_at\":17', '\"sealed_at\":18') WHERE number = 2",
    "UPDATE seal SET content = REPLACE(content, '\"signature\":\"', '\"signature\":\"00') WHERE number = 2",
    "UPDATE seal SET content = CONCAT(content, ' ') WHERE number = 2",
    "UPDATE seal SET content = '{}' WHERE number = 2",
    "DELETE FROM seal WHERE number = 1",
    "DELETE FROM seal WHERE number = 2",
};

BOOST_DATA_TEST_CASE(a_seal_that_was_changed_by_hand_is_found, data::make(changes), statement) {
    SealedHouse house;
    house.change(statement);
    BOOST_TEST(!house.verify().content());
}

BOOST_AUTO_TEST_CASE(a_damaged_file_outside_is_named_and_not_believed) {
    std::ofstream(ledger::sealFile(seals, 2), std::ios::trunc) << "{}";
    BOOST_TEST(says(verify(seals).faults, "seal-000002.json: is no seal that a known key has signed"));
}

BOOST_AUTO_TEST_CASE(a_changed_file_of_leaves_accuses_nobody) {
    rewrite(1);
    std::ofstream(ledger::leavesFile(seals, 1), std::ios::trunc) << "[\"unit:" << unit << "\",1,\"00\"]\n";
    const auto faults = verify(seals).faults;
    BOOST_TEST(says(faults, "nobody can say which history differs"), allOf(faults));
}

BOOST_AUTO_TEST_SUITE_END()
