#include "server/workshop/tie_inventory.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

namespace {

struct Parts {
    std::string serial = "PF0ABC12", uuid = "33221100-5544-7766-8899-aabbccddeeff", board = "L1HF83X00AB",
                mac = "8c:16:45:aa:bb:cc", drive = "S29NNXAH146409";
};

std::string inventoryOf(const Parts& parts) {
    return R"({"deviceid":"banc-1","content":{"bios":{"smanufacturer":"LENOVO","smodel":"T480","ssn":")" +
           parts.serial + R"(","msn":")" + parts.board + R"("},"hardware":{"uuid":")" + parts.uuid +
           R"("},"networks":[{"mac":")" + parts.mac + R"("}],"storages":[{"name":"sda","serial":")" +
           parts.drive + R"(","disksize":256060,"type":"disk"}]}})";
}

struct Ties : Reports {
    /// Leaves an inventory that waits; its id.
    std::string leave(const std::string& body) {
        const auto reply = post("/api/v1/inventories", body);
        BOOST_REQUIRE_MESSAGE(reply.status == 202, reply.body);
        return json(reply).textOr("report");
    }
    http::Reply tie(const std::string& inventory, const std::string& unit, const std::string& more = "",
                    const std::string& command = newId()) {
        return post("/api/v1/inventories/" + inventory + "/tie?unit=" + unit + "&command=" + command +
                        "&worker=" + worker + more,
                    "");
    }
    /// Under which units the machine is known, and why: "BCDFGHJR serial uuid".
    std::vector<std::string> knownAs(const std::string& inventory) {
        std::vector<std::string> known;
        const Value shown = json(get("/api/v1/inventories/" + inventory));
        for (const Value& machine : shown["known_machines"].array()) {
            known.push_back(machine.textOr("unit"));
            for (const Value& why : machine["why"].array())
                known.back() += " " + why.text();
        }
        return known;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(tie_inventory_test, Ties)

BOOST_AUTO_TEST_CASE(a_scan_says_whose_a_waiting_inventory_is) {
    const auto waiting = leave(inventoryOf({})), unit = receivedLaptop();
    const auto reply = tie(waiting, unit);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    BOOST_TEST(json(reply).textOr("report") == waiting);
    const Value now = this->unit(unit);
    BOOST_TEST(now.textOr("serial") == "PF0ABC12");
    BOOST_TEST(now["drives"].array().size() == 1);
    BOOST_TEST(now["events"].array().at(1)["data"].textOr("report") == waiting);
    BOOST_TEST(queue().empty());
    BOOST_TEST(count("inventory") == 1);
    BOOST_TEST(json(get("/api/v1/inventories/" + waiting)).textOr("unit") == unit);
}

BOOST_AUTO_TEST_CASE(said_twice_it_counts_once) {
    const auto waiting = leave(inventoryOf({})), unit = receivedLaptop(), command = newId();
    const auto first = tie(waiting, unit, "", command);
    const auto events = count("unit_event");
    BOOST_TEST(tie(waiting, unit, "", command).body == first.body);
    BOOST_TEST(tie(waiting, unit).body == first.body);
    BOOST_TEST(count("unit_event") == events);
}

BOOST_AUTO_TEST_CASE(what_is_tied_is_no_other_units) {
    const auto waiting = leave(inventoryOf({})), unit = receivedLaptop(), other = receivedLaptop();
    BOOST_TEST(tie(waiting, unit).status == 200);
    BOOST_TEST(codeOf(tie(waiting, other)) == "inventory_tied");
    BOOST_TEST(this->unit(other)["drives"].array().empty());
}

BOOST_AUTO_TEST_CASE(what_does_not_exist_or_cannot_be_read_is_tied_to_nothing) {
    const auto unit = receivedLaptop();
    BOOST_TEST(codeOf(tie(newId(), unit)) == "inventory_unknown");
    BOOST_TEST(codeOf(tie("x", unit)) == "inventory_unknown");
    BOOST_TEST(codeOf(get("/api/v1/inventories/" + newId())) == "inventory_unknown");
    post("/api/v1/inventories", "hello");
    const auto unread = queue().at(0).textOr("id");
    BOOST_TEST(codeOf(tie(unread, unit)) == "report_kept");
    BOOST_TEST(queue().size() == 1);
    const auto waiting = leave(inventoryOf({}));
    BOOST_TEST(codeOf(tie(waiting, "BCDFGHJR")) == "unknown_code");
    BOOST_TEST(queue().size() == 2);
}

BOOST_AUTO_TEST_CASE(the_same_machine_with_another_disk_is_known) {
    const auto unit = receivedLaptop();
    BOOST_TEST(inventory(unit, inventoryOf({})).status == 200);
    const auto waiting = leave(inventoryOf({.drive = "WD-WCC2ETY84203"}));
    BOOST_TEST(knownAs(waiting) == std::vector{unit + " serial uuid board mac"},
               boost::test_tools::per_element());
    BOOST_TEST(tie(waiting, unit).status == 200);
    BOOST_TEST(this->unit(unit)["drives"].array().size() == 2);
}

BOOST_AUTO_TEST_CASE(a_machine_is_known_by_its_uuid_in_either_byte_order_alone) {
    const auto unit = receivedLaptop();
    inventory(unit, inventoryOf({}));
    const auto waiting = leave(inventoryOf({.serial = "None",
                                            .uuid = "00112233-4455-6677-8899-AABBCCDDEEFF",
                                            .board = "",
                                            .mac = "8c:16:45:00:00:01",
                                            .drive = "OTHER-1001"}));
    BOOST_TEST(knownAs(waiting) == std::vector{unit + " uuid"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_network_card_alone_tells_only_where_nothing_else_does) {
    const auto unit = receivedLaptop();
    inventory(unit, inventoryOf({.serial = "", .uuid = "", .board = ""}));
    const Parts bare{.serial = "", .uuid = "", .board = "", .drive = "OTHER-1001"};
    BOOST_TEST(knownAs(leave(inventoryOf(bare))) == std::vector{unit + " mac"},
               boost::test_tools::per_element());
    const auto second = receivedLaptop();
    inventory(second, inventoryOf({.drive = "OTHER-1002"}));
    const Parts docked{.serial = "PF0XYZ99",
                       .uuid = "0a0b0c0d-5544-7766-8899-aabbccddee00",
                       .board = "L1HF83X0ZZZ",
                       .drive = "OTHER-1003"};
    BOOST_TEST(knownAs(leave(inventoryOf(docked))) == std::vector{unit + " mac"},
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_serial_that_was_typed_at_reception_is_known_too) {
    const auto unit = receivedLaptop();
    inventory(unit, glpiJson({.serial = "pf 0abc12"}));
    BOOST_TEST(
        knownAs(leave(inventoryOf({.uuid = "", .board = "", .mac = ""}))) == std::vector{unit + " serial"},
        boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_machine_that_is_known_is_looked_at_before_it_becomes_another_unit) {
    const auto first = receivedLaptop(), second = receivedLaptop();
    inventory(first, inventoryOf({}));
    const auto waiting = leave(inventoryOf({.drive = "OTHER-1001"}));
    const auto refused = tie(waiting, second);
    BOOST_TEST(codeOf(refused) == "machine_known");
    BOOST_TEST(json(refused).textOr("codes") == first);
    BOOST_TEST(this->unit(second)["events"].array().size() == 1);
    const Value shown = json(get("/api/v1/inventories/" + waiting));
    const Value& known = shown["known_machines"].array().at(0);
    BOOST_TEST(known["history"].array().at(0).textOr("kind") == "receive");
    BOOST_TEST(codeOf(tie(waiting, second, "&beside=BCDFGHJR")) == "machine_known");
    const auto confirmed = tie(waiting, second, "&beside=" + first);
    BOOST_REQUIRE_MESSAGE(confirmed.status == 200, confirmed.body);
    BOOST_TEST(json(confirmed)["known_units"].array().at(0).text() == first);
}

BOOST_AUTO_TEST_CASE(five_machines_of_placeholders_are_five_units) {
    for (int i = 0; i < 5; ++i) {
        const std::string number = std::to_string(i);
        const auto waiting = leave(inventoryOf({.serial = "To be filled by O.E.M.",
                                                .uuid = "03000200-0400-0500-0006-000700080009",
                                                .board = "Default string",
                                                .mac = "02:00:00:00:00:01",
                                                .drive = "OTHER-100" + number}));
        BOOST_TEST(knownAs(waiting).empty());
        BOOST_TEST(tie(waiting, receivedLaptop()).status == 200);
    }
    BOOST_TEST(count("unit") == 5);
    BOOST_TEST(count("machine_id") == 0);
}

BOOST_AUTO_TEST_CASE(what_waits_at_another_site_is_neither_shown_nor_tied) {
    const auto waiting = leave(inventoryOf({})), unit = receivedLaptop();
    database.pool().take()->execute("UPDATE inventory SET site = 'elsewhere'");
    BOOST_TEST(queue().empty());
    BOOST_TEST(codeOf(get("/api/v1/inventories/" + waiting)) == "inventory_unknown");
    BOOST_TEST(codeOf(tie(waiting, unit)) == "inventory_unknown");
    database.pool().take()->execute("UPDATE inventory SET site = ''");
    BOOST_TEST(queue().size() == 1);
    BOOST_TEST(tie(waiting, unit).status == 200);
}

BOOST_AUTO_TEST_CASE(nobody_without_a_badge_ties) {
    const auto waiting = leave(inventoryOf({})), unit = receivedLaptop();
    const std::string target = "/api/v1/inventories/" + waiting + "/tie?unit=" + unit + "&command=" + newId();
    BOOST_TEST(codeOf(post(target, "")) == "missing_data");
    BOOST_TEST(codeOf(post(target + "&worker=nobody", "")) == "not_a_badge");
    BOOST_TEST(codeOf(ask({.method = "POST", .target = target})) == "sign_in_needed");
    BOOST_TEST(queue().size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
