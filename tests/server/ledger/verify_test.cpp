#include "server/ledger/verify.h"

#include <atomic>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "tests/server/ledger/ledger_fixture.h"

using namespace remise;
using namespace remise::domain;
using test::LedgerFixture;
namespace data = boost::unit_test::data;

namespace {

/// Two laptops with a drive each, one of them in a request, and a container: something in every table.
struct House : LedgerFixture {
    House() {
        const auto unit = laptopAt("in_stock");
        laptopAt("controlled");
        const Value box = Value::Object{{"container_kind", "box"}, {"location", shelf}};
        BOOST_REQUIRE(send("open_container", "", box).accepted);
        const auto asked =
            send("submit", "",
                 Value::Object{{"way", "demande"},
                               {"association", Uuid::v4().text()},
                               {"lines", Value::Array{Value::Object{{"product", "LAP-B"}, {"quantity", 1}}}}},
                 office);
        BOOST_REQUIRE(asked.accepted);
        const std::string number = asked.subject->code;
        BOOST_REQUIRE(send("validate", number, {}, office).accepted);
        BOOST_REQUIRE(send("propose", number, Value::Object{{"units", Value::Array{unit}}}, office).accepted);
        BOOST_REQUIRE(!send("stock", unit).accepted);
    }

    std::vector<std::string> faults() {
        const auto report = ledger::verify(database.pool());
        return report.faults;
    }

    void change(const std::string& statement) {
        const auto connection = database.pool().take();
        BOOST_REQUIRE_MESSAGE(connection->prepare(statement).execute() > 0, statement);
    }

    std::vector<std::pair<std::string, std::string>> columnsOf(const std::string& table) {
        const auto connection = database.pool().take();
        std::vector<std::pair<std::string, std::string>> columns;
        for (auto rows = connection
                             ->prepare("SELECT column_name, data_type FROM information_schema.columns WHERE "
                                       "table_schema = DATABASE() AND table_name = ?")
                             .bind(table)
                             .query();
             rows.next();)
            columns.emplace_back(rows.text(1), rows.text(2));
        return columns;
    }
};

/// Something else of the same type; where a column has no value yet, one.
std::string otherValue(const std::string& column, const std::string& type) {
    if (type.ends_with("int")) return column + " + 1";
    if (type == "binary") return "INSERT(" + column + ", 1, 1, CHAR(ASCII(" + column + ") ^ 1))";  // one bit
    return "IF(" + column + " <=> 'Z', 'Y', 'Z')";
}

const char* const tables[] = {"unit",        "unit_event",    "drive",
                              "drive_event", "container",     "container_event",
                              "request",     "request_event", "command"};

/// The row that is changed: the last one, so that no other stands in the way of a changed key.
std::string oneOf(const std::string& table) {
    if (table == "command") return "id = (SELECT MAX(id) FROM command)";
    if (!table.ends_with("_event")) return "id = (SELECT MAX(id) FROM " + table + ")";
    const std::string subject = table.substr(0, table.find('_'));
    return subject + " = (SELECT MAX(" + subject + ") FROM " + table + ") ORDER BY seq DESC LIMIT 1";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(verify_test)

BOOST_DATA_TEST_CASE(one_changed_column_is_one_fault_that_names_the_thing, data::make(tables), table) {
    House house;
    const std::string name = table;
    BOOST_TEST(house.faults().empty());
    for (const auto& [column, type] : house.columnsOf(name)) {
        BOOST_TEST_CONTEXT(name << "." << column) {
            house.change("CREATE TABLE kept AS SELECT * FROM " + name + "");
            house.change("UPDATE " + name + " SET " + column + " = " + otherValue(column, type) + " WHERE " +
                         oneOf(name));
            const auto faults = house.faults();
            const bool isKey = column == "id" || name == column + "_event";
            BOOST_TEST((faults.size() == 1 || (isKey && faults.size() > 1)));
            const std::string subject = name.substr(0, name.find('_'));
            for (const auto& fault : faults) {
                BOOST_TEST_MESSAGE(fault);
                BOOST_TEST((fault.starts_with(subject + " ") || isKey), fault);
            }
            house.change("DELETE FROM " + name);
            house.change("INSERT INTO " + name + " SELECT * FROM kept");
            const auto connection = house.database.pool().take();
            connection->execute("DROP TABLE kept");
        }
    }
    BOOST_TEST(house.faults().empty());
}

/// What goes beyond one column, and what once confused the walk.
const char* const changes[] = {
    "UPDATE unit SET state = CONCAT(state, ' ') LIMIT 1",
    "UPDATE unit SET state = REPLACE(state, '14900', '014900') LIMIT 1",
    "UPDATE unit SET state = REPLACE(state, 'Lenovo', '\\\\u004cenovo') LIMIT 1",
    "UPDATE unit_event SET seq = 99 WHERE seq = 3 LIMIT 1",
    "UPDATE unit_event SET unit = 1152921504606846976 WHERE seq = 3 LIMIT 1",
    "UPDATE unit_event SET unit = 612220032 WHERE seq = 3 LIMIT 1",
    "UPDATE unit SET id = 1152921504606846976 LIMIT 1",
    "DELETE FROM unit_event WHERE seq = 3 LIMIT 1",
    "DELETE FROM unit_event ORDER BY seq DESC LIMIT 1",
    "DELETE FROM unit",
    "DELETE FROM unit_event",
    "DELETE FROM command WHERE reply LIKE '%accepted%' LIMIT 1",
    "UPDATE command SET reply = REPLACE(reply, 'accepted', 'refused') WHERE reply LIKE '%accepted%' LIMIT 1",
    "UPDATE command SET reply = REPLACE(reply, 'refused', 'accepted') WHERE reply LIKE '%refused%' LIMIT 1",
    "UPDATE command SET reply = 'x'",
};

BOOST_DATA_TEST_CASE(a_change_by_hand_is_found, data::make(changes), change) {
    House house;
    house.change(change);
    const auto faults = house.faults();
    BOOST_TEST(!faults.empty());
    for (const auto& fault : faults)
        BOOST_TEST_MESSAGE(fault);
}

BOOST_AUTO_TEST_CASE(an_accepted_command_whose_whole_history_is_gone_is_missed) {
    House house;
    house.change("DELETE FROM container_event");
    house.change("DELETE FROM container");
    const auto faults = house.faults();
    BOOST_REQUIRE(faults.size() == 1u);
    BOOST_TEST(faults.front().starts_with("command "));
}

BOOST_AUTO_TEST_CASE(an_unreadable_state_accuses_nobody_else) {
    House house;
    house.change("UPDATE unit SET state = '{' ORDER BY id LIMIT 1");
    BOOST_TEST(house.faults().size() == 1u);
}

BOOST_AUTO_TEST_CASE(what_is_written_meanwhile_is_no_fault) {
    LedgerFixture ledger;
    const auto unit = ledger.laptopAt("in_stock");
    std::atomic<bool> ended = false;
    std::thread writing([&] {
        for (int i = 0; !ended; ++i)
            (void)ledger.send(i % 2 ? "unblock" : "block", unit);
    });
    std::vector<std::string> faults;
    for (int i = 0; i < 30; ++i)
        for (auto& fault : ledger::verify(ledger.database.pool()).faults)
            faults.push_back(std::move(fault));
    ended = true;
    writing.join();
    BOOST_TEST(faults.empty());
    for (const auto& fault : faults)
        BOOST_ERROR(fault);
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
