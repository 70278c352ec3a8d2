#include "server/workshop/reread_inventories.h"

#include <boost/test/unit_test.hpp>

#include "server/domain/canonical.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

/// A server whose parsers were worse when its reports came: what they made of them is put in their place.
struct WorseParsers : Reports {
    ledger::Codes codes{database.pool()};
    ledger::Writer writer{database.pool(), codes};

    workshop::Reread reread() { return workshop::RereadInventories(database.pool(), writer, codes)(now()); }
    void execute(const std::string& sql) { database.pool().take()->execute(sql); }
    /// As if the report had been read as another one: its bytes are exchanged for those that "really" came.
    void reallyCame(const std::string& body) {
        database.pool()
            .take()
            ->prepare("UPDATE inventory SET body = ? WHERE state = 'applied'")
            .bind(body)
            .execute();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(reread_inventories_test, WorseParsers)

BOOST_AUTO_TEST_CASE(what_was_not_understood_waits_for_a_scan_once_it_is) {
    const auto sentFor = receivedLaptop();
    inventory(sentFor, "hello");
    post("/api/v1/inventories", "goodbye");
    execute("UPDATE inventory SET body = '" + glpiJson() + "' WHERE body = 'hello'");
    const auto result = reread();
    BOOST_TEST(result.all == 2);
    BOOST_TEST(result.understood == 1);
    BOOST_TEST(result.unread == 1);
    BOOST_TEST(result.mended == 0);
    const auto waiting = queue();
    BOOST_REQUIRE(waiting.size() == 2);
    BOOST_TEST(count("inventory", "state = 'unassigned' AND refusal IS NULL AND serial = 'PF0ABC12'") == 1);
    BOOST_TEST(count("machine_id") == 1);
    BOOST_TEST(unit(sentFor)["events"].array().size() == 1);  // whose it is, a person says
}

BOOST_AUTO_TEST_CASE(a_history_that_was_misread_is_mended_once) {
    const auto code = receivedLaptop();
    inventory(code, glpiJson({.model = "T4?0"}));
    reallyCame(glpiJson());
    BOOST_TEST(reread().mended == 1);
    const Value now = unit(code);
    BOOST_TEST(now["hardware"].textOr("model") == "T480");
    BOOST_TEST(now["events"].array().back().textOr("kind") == "record_inventory");
    BOOST_TEST(now["drives"].array().size() == 1);
    const auto again = reread();
    BOOST_TEST(again.mended == 0);
    BOOST_TEST(unit(code)["version"].integer() == now["version"].integer());
}

BOOST_AUTO_TEST_CASE(a_drive_that_was_overlooked_is_found_and_those_known_stay_where_they_are) {
    const auto code = receivedLaptop(), other = receivedLaptop();
    inventory(code, glpiJson());
    inventory(other, glpiJson({.serial = "PF0OTHER", .drive = "OTHER-1001"}));
    execute("UPDATE inventory SET body = REPLACE(body, 'S29NNXAH146409', 'NEW-1002') WHERE unit = '" + code +
            "'");
    BOOST_TEST(reread().mended == 1);
    BOOST_TEST(unit(code)["drives"].array().size() == 2);
    execute("UPDATE inventory SET body = REPLACE(body, 'NEW-1002', 'OTHER-1001') WHERE unit = '" + code +
            "'");
    BOOST_TEST(reread().mended == 0);
    BOOST_TEST(unit(other)["drives"].array().size() == 1);
}

BOOST_AUTO_TEST_CASE(only_the_report_by_which_a_history_speaks_mends_it) {
    const auto code = receivedLaptop();
    inventory(code, glpiJson({.model = "T470"}));
    inventory(code, glpiJson());
    const auto result = reread();
    BOOST_TEST(result.mended == 0);
    BOOST_TEST(unit(code)["hardware"].textOr("model") == "T480");
}

BOOST_AUTO_TEST_CASE(what_the_ledger_refuses_is_said_and_the_rest_goes_on) {
    const auto gone = receivedLaptop(), here = receivedLaptop();
    for (const auto& code : {gone, here})
        inventory(code, glpiJson({.serial = "PF0" + code, .drive = "DRV-" + code, .model = "T4?0"}));
    Value lost = command("lose", gone);
    lost["worker"] = leader;
    BOOST_TEST(sendOne(lost) == "accepted");
    execute("UPDATE inventory SET body = REPLACE(body, 'T4?0', 'T480')");
    const auto result = reread();
    BOOST_TEST(result.mended == 1);
    BOOST_REQUIRE(result.refused.size() == 1);
    BOOST_TEST(result.refused.front().starts_with(gone));
}

BOOST_AUTO_TEST_SUITE_END()
