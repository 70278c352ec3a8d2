#include "server/ledger/verify.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using test::LedgerFixture;
namespace data = boost::unit_test::data;

BOOST_AUTO_TEST_SUITE(verify_test)

/// Every column of a unit's row and of its events, changed by hand behind the ledger's back.
const char* const changes[] = {
    "UPDATE unit SET stage = 'delivered' LIMIT 1",
    "UPDATE unit SET version = version + 1 LIMIT 1",
    "UPDATE unit SET head = UNHEX(SHA2('x', 256)) LIMIT 1",
    "UPDATE unit SET code = 'BBBBBBBB' LIMIT 1",
    "UPDATE unit SET state = REPLACE(state, 'Lenovo', 'Lenov0') LIMIT 1",
    "UPDATE unit SET state = CONCAT(state, ' ') LIMIT 1",
    "UPDATE unit SET state = REPLACE(state, '14900', '014900') LIMIT 1",
    "UPDATE unit SET state = REPLACE(state, 'Lenovo', '\\\\u004cenovo') LIMIT 1",
    "UPDATE unit SET product = 'OTHER' LIMIT 1",
    "UPDATE unit SET next_step = 'ship' LIMIT 1",
    "UPDATE unit SET changed_at = changed_at + 1 LIMIT 1",
    "UPDATE unit_event SET at = at + 1 WHERE seq = 3",
    "UPDATE unit_event SET recorded_at = recorded_at + 1 WHERE seq = 3",
    "UPDATE unit_event SET actor = UNHEX(REPLACE(UUID(), '-', '')) WHERE seq = 3",
    "UPDATE unit_event SET station = 'elsewhere' WHERE seq = 3",
    "UPDATE unit_event SET kind = 'clean' WHERE seq = 3",
    "UPDATE unit_event SET kind_version = 2 WHERE seq = 3",
    "UPDATE unit_event SET command = UNHEX(REPLACE(UUID(), '-', '')) WHERE seq = 3",
    "UPDATE unit_event SET stage_after = 'controlled' WHERE seq = 3",
    "UPDATE unit_event SET data = REPLACE(data, 'keep', 'Keep') WHERE kind = 'sort'",
    "UPDATE unit_event SET hash = UNHEX(SHA2('x', 256)) WHERE seq = 3",
    "UPDATE unit_event SET seq = 99 WHERE seq = 3",
    "DELETE FROM unit_event WHERE seq = 3",
    "DELETE FROM unit_event ORDER BY seq DESC LIMIT 1",
    "DELETE FROM unit",
    "DELETE FROM unit_event",
    "DELETE FROM command LIMIT 1",
    "UPDATE command SET reply = REPLACE(reply, 'accepted', 'refused')",
    "UPDATE command SET reply = 'x'",
    "UPDATE drive SET stage = 'destroyed'",
    "UPDATE drive_event SET data = '{}' WHERE seq = 2",
};

BOOST_DATA_TEST_CASE(a_change_by_hand_is_found, data::make(changes), change) {
    LedgerFixture ledger;
    ledger.laptopAt("in_stock");
    BOOST_TEST(ledger::verify(ledger.database.pool()).content());
    {
        const auto connection = ledger.database.pool().take();
        connection->execute(change);
    }
    const auto report = ledger::verify(ledger.database.pool());
    BOOST_TEST(!report.content());
    for (const auto& fault : report.faults)
        BOOST_TEST_MESSAGE(fault);
}

BOOST_AUTO_TEST_CASE(an_untouched_ledger_of_several_units_is_content) {
    LedgerFixture ledger;
    for (int i = 0; i < 5; ++i)
        ledger.laptopAt(i % 2 ? "received" : "controlled");
    const auto report = ledger::verify(ledger.database.pool());
    BOOST_TEST(report.content());
    BOOST_TEST(report.entities == 10u);
}

BOOST_AUTO_TEST_SUITE_END()
