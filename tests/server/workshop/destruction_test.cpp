#include <boost/test/unit_test.hpp>

#include "server/identity/create_person.h"
#include "server/workshop/destruction_rules.h"
#include "tests/server/workshop/reports.h"

using namespace remise;
using namespace remise::test;
using namespace remise::workshop;
using domain::Entity;
using domain::Role;
using domain::Value;
using drivers::reports::ListedDrive;
using drivers::reports::readContractorList;

namespace {

std::string serialsIn(std::string_view list) {
    const auto read = readContractorList(list);
    if (!read) return std::string(read.refusal().code());
    std::string said;
    for (const ListedDrive& drive : *read)
        said += (said.empty() ? "" : " ") + drive.serial + (drive.bin.empty() ? "" : "@" + drive.bin);
    return said;
}

Entity sealedDrive(const std::string& code, const std::string& serial) {
    Entity drive;
    drive.code = code;
    drive.stage = "in_custody";
    drive.state = Value::Object{{"serial", serial}, {"bin", "BAC-12"}};
    return drive;
}

std::string codes(const std::vector<ComparedDrive>& drives) {
    std::string said;
    for (const auto& drive : drives)
        said += (said.empty() ? "" : " ") + (drive.code.empty() ? drive.serial : drive.code);
    return said;
}

/// A laptop whose drive lies in the sealed bin BAC-12.
struct Custody : Reports {
    Custody() : unit(receivedLaptop()) {
        inventory(unit, glpiJson());
        const auto other =
            identity::createWorker(database.pool(), secret, {Role::worker, "nord", "fr", ""}, now());
        const auto second = Value::Object{{"badge", other.badge}, {"pin", other.pin}};
        drive = Reports::unit(unit)["drives"].array().at(0).textOr("code");
        Value seal = command("seal_drive", drive, Value::Object{{"bin", "BAC-12"}, {"second", second}});
        BOOST_REQUIRE_EQUAL(sendOne(seal), "accepted");
    }
    http::Reply bring(const std::string& list, const std::string& id = newId(), Role role = Role::leader,
                      const std::string& bins = "BAC-12") {
        return ask({.method = "POST",
                    .target = "/api/v1/destruction-lists?command=" + id + "&bins=" + bins,
                    .body = list,
                    .token = bearerOf(role)});
    }
    /// By somebody else than who brought it.
    http::Reply confirm(const std::string& id, const std::string& slip = "BSD-77") {
        return ask({.method = "POST",
                    .target = "/api/v1/destruction-lists/" + id + "/confirm",
                    .body = R"({"slip":")" + slip + "\"}",
                    .token = bearerOf(Role::manager)});
    }
    std::string status() { return Reports::unit(unit)["drives"].array().at(0).textOr("status"); }

    const std::string unit;
    std::string drive;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(destruction_test)

BOOST_AUTO_TEST_CASE(a_list_is_read_however_its_spreadsheet_saved_it) {
    BOOST_TEST(serialsIn("S1\nS2\r\n\nS3") == "S1 S2 S3");
    BOOST_TEST(serialsIn("Bac;Num\xc3\xa9ro de s\xc3\xa9rie;kg\nB1;S1;0,4\nB2; S2 ;0,4\n") == "S1@B1 S2@B2");
    BOOST_TEST(serialsIn("\xef\xbb\xbfSerial number,Model\n\"S,1\",\"a \"\"b\"\"\"\nS2,x\n") == "S,1 S2");
    BOOST_TEST(serialsIn("N\xb0 de s\xe9rie\tBac\nS1\tB1\n") == "S1@B1");  // Windows-1252
}

BOOST_AUTO_TEST_CASE(a_list_that_says_nothing_of_serial_numbers_is_refused) {
    BOOST_TEST(serialsIn("kg;modele\n1;2\n") == "list_unreadable");
    BOOST_TEST(serialsIn("") == "list_unreadable");
    BOOST_TEST(serialsIn("Serial;kg\n;3\n") == "list_unreadable");
    BOOST_TEST(serialsIn(std::string(20'001, '\n')) == "list_unreadable");
}

BOOST_AUTO_TEST_CASE(what_is_on_both_sides_on_one_or_on_none_is_told_apart) {
    const std::vector<Entity> held{sealedDrive("D1", "S1"), sealedDrive("D2", "S2"),
                                   sealedDrive("D3", "00123")};
    const auto listed = readContractorList("serial;bac\n s1 ;\nS1;BAC-12\nS9;\n123;\n1.2E+11;\nS2;BAC-99\n");
    const Comparison found = compare(*listed, held);
    BOOST_TEST(codes(found.present) == "D1");
    BOOST_TEST(codes(found.twice) == "D1");
    BOOST_TEST(codes(found.missing) == "D2 D3");
    BOOST_TEST(codes(found.unexpected) == "S9");
    BOOST_TEST(codes(found.unsure) == "123 1.2E+11 S2");
}

BOOST_AUTO_TEST_CASE(a_drive_without_a_serial_is_known_by_our_label) {
    Entity nameless = sealedDrive("DVXXLPRCKB", "");
    const Comparison found = compare(*readContractorList("DVXXLPRCKB"), {nameless});
    BOOST_TEST(codes(found.present) == "DVXXLPRCKB");
}

BOOST_FIXTURE_TEST_CASE(what_the_leader_confirms_is_destroyed_and_the_unit_knows, Custody) {
    const std::string id = newId();
    const auto reply = bring("S29NNXAH146409\n", id);
    BOOST_REQUIRE_MESSAGE(reply.status == 200, reply.body);
    BOOST_TEST(json(reply)["present"].array().size() == 1u);
    BOOST_TEST(status() == "in_custody");
    BOOST_TEST(confirm(id).status == 200);
    BOOST_TEST(status() == "destroyed");
    BOOST_TEST(confirm(id).status == 200);
    BOOST_TEST(count("drive_event", "kind = 'confirm_destruction'") == 1);
}

BOOST_FIXTURE_TEST_CASE(what_is_missing_stays_sealed_and_managers_are_told, Custody) {
    const std::string id = newId();
    BOOST_TEST(json(bring("SOMEBODY-ELSE\n", id))["missing"].array().size() == 1u);
    BOOST_TEST(status() == "in_custody");
    const auto alerts = json(ask({.target = "/api/v1/alerts", .token = bearerOf(Role::manager)}));
    BOOST_TEST(alerts["alerts"].array().at(0).textOr("kind") == "drive_missing");
}

BOOST_FIXTURE_TEST_CASE(who_brings_a_list_does_not_confirm_it_and_nobody_does_without_the_slip, Custody) {
    const std::string id = newId(), bearer = bearerOf(Role::leader);
    const std::string target = "/api/v1/destruction-lists";
    BOOST_TEST(ask({.method = "POST",
                    .target = target + "?command=" + id + "&bins=BAC-12",
                    .body = "S29NNXAH146409\n",
                    .token = bearer})
                   .status == 200);
    BOOST_TEST(codeOf(ask({.method = "POST",
                           .target = target + "/" + id + "/confirm",
                           .body = R"({"slip":"BSD-77"})",
                           .token = bearer})) == "same_person");
    BOOST_TEST(codeOf(confirm(id, " ")) == "missing_data");
    BOOST_TEST(status() == "in_custody");
}

BOOST_FIXTURE_TEST_CASE(another_sites_bin_of_the_same_number_is_another_bin, Custody) {
    database.pool().take()->execute(
        "UPDATE drive SET state = REPLACE(state, '\"site\":\"nord\"', '\"site\":\"sud\"')");
    BOOST_TEST(codeOf(bring("S29NNXAH146409\n")) == "no_such_bin");
}

BOOST_FIXTURE_TEST_CASE(a_list_sent_again_is_the_same_and_its_id_stands_for_no_other, Custody) {
    const std::string id = newId();
    BOOST_TEST(bring("S1\n", id).body == bring("S1\n", id).body);
    BOOST_TEST(codeOf(bring("S2\n", id)) == "id_reused");
    BOOST_TEST(codeOf(bring("S2\n", newId(), Role::leader, "BAC-99")) == "no_such_bin");
    BOOST_TEST(codeOf(bring("S2\n", newId(), Role::logistics)) == "not_allowed");
}

BOOST_FIXTURE_TEST_CASE(the_page_shows_the_groups, Custody) {
    bring("SOMEBODY-ELSE\n");
    const auto page =
        ask({.target = "/atelier/destruction", .headers = {{"Cookie", cookieOf(Role::leader)}}});
    BOOST_TEST(page.status == 200);
    for (const char* part : {"Manquants", "Inattendus", "SOMEBODY-ELSE", "S29NNXAH146409"})
        BOOST_TEST(page.body.find(part) != page.body.npos, part);
}

BOOST_AUTO_TEST_SUITE_END()
