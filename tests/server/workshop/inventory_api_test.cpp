#include "server/workshop/inventory_api.h"

#include <boost/test/unit_test.hpp>

#include "tests/server/workshop/reports.h"
#include "tests/support/field_files.h"

using namespace remise;
using namespace remise::test;
using domain::Value;

BOOST_AUTO_TEST_SUITE(inventory_api_test)

BOOST_AUTO_TEST_CASE(an_inventory_becomes_part_of_the_units_history_with_its_drives) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string id = reports.newId();
    const auto reply = reports.inventory(unit, glpiJson(), id);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value said = reports.json(reply);
    BOOST_TEST(said.textOr("report") == id);
    BOOST_TEST(said["unit"].textOr("code") == unit);
    BOOST_TEST(said["inventory"].textOr("maker") == "LENOVO");
    BOOST_TEST(said["inventory"].integerOr("battery_health", 0) == 87);
    BOOST_REQUIRE(said["drives"].array().size() == 1);
    const Value now = reports.unit(unit);
    BOOST_TEST(now.textOr("serial") == "PF0ABC12");
    BOOST_REQUIRE(now["drives"].array().size() == 1);
    BOOST_TEST(now["drives"].array()[0].textOr("code") == said["drives"].array()[0].textOr("drive"));
    BOOST_TEST(now["drives"].array()[0].textOr("serial") == "S29NNXAH146409");
    BOOST_TEST(reports.count("inventory", "state = 'applied'") == 1);
}

BOOST_AUTO_TEST_CASE(nothing_that_tells_of_people_leaves_the_raw_report) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const auto reply = reports.inventory(unit, glpiJson());
    BOOST_TEST(reply.body.find("PC-DE-ADA") == reply.body.npos);
    BOOST_TEST(reports.get("/api/v1/units/" + unit).body.find("PC-DE-ADA") == std::string::npos);
    BOOST_TEST(reports.count("inventory", "body LIKE '%PC-DE-ADA%'") == 1);
}

BOOST_AUTO_TEST_CASE(sent_twice_it_counts_once_and_gets_the_same_answer) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string id = reports.newId();
    const auto first = reports.inventory(unit, glpiJson(), id);
    const auto events = reports.count("unit_event");
    const auto second = reports.inventory(unit, glpiJson(), id);
    BOOST_TEST(second.status == 200);
    BOOST_TEST(first.body == second.body);
    BOOST_TEST(reports.count("unit_event") == events);
    BOOST_TEST(reports.count("inventory") == 1);
    BOOST_TEST(reports.count("drive") == 1);
}

BOOST_AUTO_TEST_CASE(the_same_id_with_another_report_or_unit_is_refused) {
    Reports reports;
    const auto unit = reports.receivedLaptop(), other = reports.receivedLaptop();
    const std::string id = reports.newId();
    reports.inventory(unit, glpiJson(), id);
    BOOST_TEST(reports.codeOf(reports.inventory(unit, glpiJson({.serial = "PF0XYZ99"}), id)) == "id_reused");
    BOOST_TEST(reports.codeOf(reports.inventory(other, glpiJson(), id)) == "id_reused");
    BOOST_TEST(reports.count("inventory", "state = 'applied'") == 1);
}

BOOST_AUTO_TEST_CASE(an_id_that_was_used_for_a_command_is_refused) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const Value block = reports.command("block", unit);
    BOOST_TEST(reports.sendOne(block) == "accepted");
    BOOST_TEST(reports.codeOf(reports.inventory(unit, glpiJson(), block.textOr("id"))) == "id_reused");
}

BOOST_AUTO_TEST_CASE(a_second_inventory_finds_the_same_drives) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.inventory(unit, glpiJson());
    reports.inventory(unit, glpiJson());
    BOOST_TEST(reports.unit(unit)["drives"].array().size() == 1);
    BOOST_TEST(reports.count("drive") == 1);
}

BOOST_AUTO_TEST_CASE(a_drive_without_a_serial_is_still_one_to_be_erased_and_is_not_counted_twice) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    for (int i = 0; i < 2; ++i)
        BOOST_TEST(reports.inventory(unit, glpiJson({.drive = "Default string"})).status == 200);
    const Value now = reports.unit(unit);
    BOOST_REQUIRE(now["drives"].array().size() == 1);
    BOOST_TEST(!now["drives"].array()[0].has("serial"));
    BOOST_TEST(now["drives"].array()[0].textOr("status") == "detected");
}

BOOST_AUTO_TEST_CASE(a_drive_that_moved_to_another_machine_moves_in_the_ledger_too) {
    Reports reports;
    const auto from = reports.receivedLaptop(), to = reports.receivedLaptop();
    reports.inventory(from, glpiJson());
    const auto reply = reports.inventory(to, glpiJson({.serial = "PF0OTHER"}));
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    BOOST_TEST(reports.unit(from)["drives"].array().empty());
    BOOST_TEST(reports.unit(to)["drives"].array().size() == 1);
    BOOST_TEST(reports.count("drive") == 1);
    const Value said = reports.json(reply);
    BOOST_REQUIRE(said["moved_drives"].array().size() == 1);
    BOOST_TEST(said["moved_drives"].array()[0].textOr("from") == from);
    const Value left = reports.unit(from), came = reports.unit(to);
    BOOST_TEST(left["events"].array().back().textOr("kind") == "remove_drive");
    BOOST_TEST(left["events"].array().back()["data"].textOr("to") == to);
    BOOST_TEST(came["events"].array().back().textOr("kind") == "attach_drive");
    BOOST_TEST(came["events"].array().back()["data"].textOr("from") == from);
}

BOOST_AUTO_TEST_CASE(a_drive_that_lay_on_the_bench_says_where_it_was_in_both_histories) {
    Reports reports;
    const auto from = reports.receivedLaptop(), to = reports.receivedLaptop();
    const Value first = reports.json(reports.inventory(from, glpiJson()));
    const std::string drive = first["drives"].array().at(0).textOr("drive");
    BOOST_TEST(reports.sendOne(reports.command("remove_drive", from, Value::Object{{"drive", drive}})) ==
               "accepted");
    reports.inventory(to, glpiJson({.serial = "PF0OTHER"}));
    const Value left = reports.unit(from), came = reports.unit(to);
    BOOST_TEST(left["events"].array().back()["data"].textOr("to") == to);
    BOOST_TEST(came["events"].array().back()["data"].textOr("from") == from);
}

BOOST_AUTO_TEST_CASE(a_drive_that_an_inventory_no_longer_names_is_told) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const Value first = reports.json(reports.inventory(unit, glpiJson()));
    BOOST_TEST(first["unseen_drives"].array().empty());
    const Value second = reports.json(reports.inventory(unit, glpiJson({.drive = "OTHER-1001"})));
    BOOST_REQUIRE(second["unseen_drives"].array().size() == 1);
    BOOST_TEST(second["unseen_drives"].array()[0].text() == first["drives"].array().at(0).textOr("drive"));
    BOOST_TEST(reports.unit(unit)["drives"].array().size() == 2);
}

BOOST_AUTO_TEST_CASE(five_machines_with_one_placeholder_serial_stay_five_units) {
    Reports reports;
    for (int i = 0; i < 5; ++i) {
        const auto unit = reports.receivedLaptop();
        const auto reply = reports.inventory(
            unit, glpiJson({.serial = "To be filled by O.E.M.", .drive = "DRV-100" + std::to_string(i)}));
        BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
        const Value said = reports.json(reply);
        BOOST_TEST(!said["inventory"].has("serial"));
        BOOST_TEST(said["known_units"].array().empty());
    }
    BOOST_TEST(reports.count("unit") == 5);
    BOOST_TEST(reports.count("unit", "serial IS NOT NULL") == 0);
}

BOOST_AUTO_TEST_CASE(a_serial_that_another_unit_has_is_shown_and_nothing_is_merged) {
    Reports reports;
    const auto first = reports.receivedLaptop(), second = reports.receivedLaptop();
    reports.inventory(first, glpiJson({.drive = "DRV-1001"}));
    const Value said = reports.json(reports.inventory(second, glpiJson({.drive = "DRV-1002"})));
    BOOST_REQUIRE(said["known_units"].array().size() == 1);
    BOOST_TEST(said["known_units"].array()[0].text() == first);
    BOOST_TEST(reports.count("unit", "stage = 'received'") == 2);
}

BOOST_AUTO_TEST_CASE(a_report_that_nobody_understands_is_refused_and_kept) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string deep =
        R"({"deviceid":"x","content":)" + std::string(40, '[') + std::string(40, ']') + "}";
    const std::string whole = glpiJson();
    for (const std::string& body :
         {std::string("\0\0\0", 3), std::string("hello"), deep, std::string("<xml/>"),
          whole.substr(0, whole.size() / 2), std::string(R"({"content":7,"deviceid":"x"})")}) {
        const std::string id = reports.newId();
        const auto reply = reports.inventory(unit, body, id);
        BOOST_TEST(reports.codeOf(reply) == "report_kept", body);
        BOOST_TEST(reports.json(reply).textOr("report") == id);
        BOOST_TEST(reports.codeOf(reports.inventory(unit, body, id)) == "report_kept");
    }
    BOOST_TEST(reports.queue().size() == 6);
    for (const Value& waiting : reports.queue())
        BOOST_TEST(waiting.textOr("state") == "unread");
    BOOST_TEST(reports.unit(unit)["events"].array().size() == 1);
}

BOOST_AUTO_TEST_CASE(a_report_past_the_limit_is_refused) {
    Reports reports;
    BOOST_TEST(reports.codeOf(reports.inventory("BCDFGHJR", std::string(16'000'001, ' '))) == "too_large");
}

BOOST_AUTO_TEST_CASE(an_unknown_unit_a_damaged_code_and_a_missing_command_or_badge_are_refused) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const std::string base = "/api/v1/inventories?unit=", id = reports.newId();
    const auto code = [&](const std::string& target) {
        return reports.codeOf(reports.post(target, glpiJson()));
    };
    BOOST_TEST(code(reports.address("inventories", "BCDFGHJR", reports.newId())) == "unknown_code");
    BOOST_TEST(code(reports.address("inventories", "BCDFGHJJ", id)) == "damaged_code");
    BOOST_TEST(code(base + unit) == "missing_data");
    BOOST_TEST(code(base + unit + "&command=x&worker=" + reports.worker) == "bad_parameter");
    BOOST_TEST(code(base + unit + "&command=" + id) == "missing_data");
    BOOST_TEST(code(base + unit + "&worker=nobody&command=" + reports.newId()) == "not_a_badge");
}

BOOST_AUTO_TEST_CASE(a_refused_report_waits_in_the_queue) {
    Reports reports;
    reports.inventory("BCDFGHJR", glpiJson());
    BOOST_REQUIRE(reports.queue().size() == 1);
    BOOST_TEST(reports.queue()[0].textOr("state") == "unassigned");
    BOOST_TEST(reports.queue()[0].textOr("refusal") == "unknown_code");
    BOOST_TEST(reports.queue()[0].textOr("serial") == "PF0ABC12");
}

BOOST_AUTO_TEST_CASE(a_report_without_a_unit_waits_to_be_assigned_once_however_often_it_comes) {
    Reports reports;
    const auto first = reports.post("/api/v1/inventories", glpiJson());
    BOOST_TEST(first.status == 202);
    BOOST_TEST(reports.post("/api/v1/inventories", glpiJson()).body == first.body);
    BOOST_REQUIRE(reports.queue().size() == 1);
    BOOST_TEST(reports.queue()[0].textOr("model") == "T480");
    BOOST_TEST(reports.queue()[0].textOr("id") == reports.json(first).textOr("report"));
    BOOST_TEST(reports.count("unit") == 0);
}

BOOST_AUTO_TEST_CASE(a_waiting_report_that_is_sent_again_for_a_unit_waits_no_longer) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.post("/api/v1/inventories", glpiJson());
    BOOST_REQUIRE(reports.queue().size() == 1);
    BOOST_TEST(reports.inventory(unit, glpiJson()).status == 200);
    BOOST_TEST(reports.queue().empty());
    BOOST_TEST(reports.unit(unit).textOr("serial") == "PF0ABC12");
}

BOOST_AUTO_TEST_CASE(an_association_leaves_no_inventory_and_learns_no_code_from_one) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.inventory(unit, glpiJson());
    const auto member = reports.bearerOf(domain::Role::association);
    for (const std::string& target :
         {std::string("/api/v1/inventories"), reports.address("inventories", unit, reports.newId())}) {
        const auto reply =
            reports.ask({.method = "POST", .target = target, .body = glpiJson(), .token = member});
        BOOST_TEST(reports.codeOf(reply) == "not_allowed");
        BOOST_TEST(reply.body.find(unit) == reply.body.npos);
    }
    BOOST_TEST(reports.count("inventory") == 1);
}

BOOST_AUTO_TEST_CASE(a_report_whose_sender_is_unknown_is_not_kept) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    const auto code = [&](const std::string& badge) {
        return reports.codeOf(reports.post(
            "/api/v1/inventories?unit=" + unit + "&command=" + reports.newId() + "&worker=" + badge,
            glpiJson()));
    };
    BOOST_TEST(code("nobody") == "not_a_badge");
    BOOST_TEST(code(identity::newBadge()) == "badge_unknown");
    BOOST_TEST(reports.codeOf(reports.ask({.method = "POST",
                                           .target = reports.address("inventories", unit, reports.newId()),
                                           .body = glpiJson(),
                                           .token = reports.bearerOf(domain::Role::team)})) == "no_right");
    BOOST_TEST(reports.count("inventory") == 0);
}

BOOST_AUTO_TEST_CASE(every_inventory_of_the_field_finds_its_way_into_a_history,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    Reports reports;
    int taken = 0;
    for (const auto& path : remise::tests::fieldFilesIn("glpi-inventory-json", ".json")) {
        const std::string name = path.filename();
        if (name == "expected.json" || name == "inventory.schema.json") continue;
        const auto unit = reports.receivedLaptop();
        const auto reply =
            reports.inventory(unit, remise::tests::readFieldFile("glpi-inventory-json/" + name));
        BOOST_TEST(reply.status == 200, name << ": " << reply.body);
        BOOST_TEST(reports.unit(unit)["events"].array().size() >= 2, name);
        ++taken;
    }
    BOOST_TEST(taken >= 11);
}

BOOST_AUTO_TEST_CASE(a_partial_inventory_leaves_the_rest_as_it_was,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    Reports reports;
    const auto unit = reports.receivedLaptop();
    reports.inventory(unit, remise::tests::readFieldFile("glpi-inventory-json/computer_1.json"));
    const auto reply = reports.inventory(
        unit, remise::tests::readFieldFile("glpi-inventory-json/computer_1_partial_batteries.json"));
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    const Value now = reports.unit(unit);
    BOOST_TEST(now["hardware"].integerOr("battery_health", 0) == 70);
    BOOST_TEST(now["hardware"].textOr("cpu") == "Intel(R) Core(TM) i5-6200U CPU @ 2.30GHz");
    BOOST_TEST(now["drives"].array().size() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
