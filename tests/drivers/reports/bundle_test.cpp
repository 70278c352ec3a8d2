#include "drivers/reports/bundle.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

#include "drivers/reports/base64.h"
#include "drivers/reports/machine.h"
#include "drivers/reports/read_inventory.h"

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

const std::string table =
    "# dmidecode 3.3\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: Dell Inc.\n"
    "\tProduct Name: Latitude E7240\n\tSerial Number: 5CQ6VY1\n";

std::string bundleOf(const json& files) {
    return json{{"format", "remise-inventory-1"},
                {"report", "0199a1b2-0000-7000-8000-000000000001"},
                {"made_at", "2026-11-23T10:00:00.000Z"},
                {"files", files}}
        .dump();
}

std::string refusalOf(const std::string& text) {
    const auto files = readBundle(text);
    return files ? "read" : std::string(files.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(bundle_test)

BOOST_AUTO_TEST_CASE(a_bundle_is_the_files_in_it) {
    const std::string text = bundleOf({{"dmidecode.txt", table}, {"HDMI-A-1.edid", "AP///////wA="}});
    const auto files = readBundle(text);
    BOOST_REQUIRE(files);
    BOOST_REQUIRE(files->size() == 2U);
    BOOST_TEST(files->at(0).name == "HDMI-A-1.edid");
    BOOST_TEST(files->at(0).bytes == std::string("\x00\xFF\xFF\xFF\xFF\xFF\xFF\x00", 8));
    BOOST_TEST(files->at(1).bytes == table);
}

BOOST_AUTO_TEST_CASE(the_server_reads_it_as_the_machine_it_is_of) {
    const std::string text = bundleOf({{"dmidecode.txt", table}, {"net.txt", ""}});
    BOOST_TEST((detectFormat(text) == ReportFormat::workbench));
    const auto machine = readInventory(text);
    BOOST_REQUIRE(machine);
    BOOST_TEST(machine->serial.value() == "5CQ6VY1");
    BOOST_TEST(machine->model == "Latitude E7240");
}

BOOST_AUTO_TEST_CASE(a_bundle_of_which_nothing_can_be_read_is_refused) {
    const auto machine = readInventory(bundleOf({{"letter.txt", "Bonjour"}}));
    BOOST_REQUIRE(!machine);
    BOOST_TEST(machine.refusal().code() == "report_unknown");
}

BOOST_AUTO_TEST_CASE(what_an_agent_quotes_makes_no_bundle_of_its_report) {
    BOOST_TEST((detectFormat(R"({"deviceid":"x","content":{"note":"\"format\":\"remise-inventory-1\""}})") ==
                ReportFormat::glpiJson));
}

BOOST_AUTO_TEST_CASE(what_is_no_file_is_named) {
    BOOST_TEST(refusalOf(bundleOf(json::array())) == "report_lacks");
    BOOST_TEST(refusalOf(bundleOf({{"a.txt", 7}})) == "report_field");
    BOOST_TEST(refusalOf(bundleOf({{"a.edid", "no base64!"}})) == "report_field");
    BOOST_TEST(refusalOf(R"({"format":"remise-inventory-9","files":{}})") == "report_field");
    BOOST_TEST(refusalOf("[") == "not_json");
}

BOOST_AUTO_TEST_CASE(snapshots_of_ereuse_quote_their_tools_as_text_or_as_they_are) {
    const json tree{{"id", "host"}, {"class", "system"}, {"product", "Latitude E7240"}};
    for (const json& lshw : {tree, json(tree.dump())}) {
        const json snapshot{{"type", "Snapshot"},
                            {"software", "Workbench"},
                            {"data", {{"dmidecode", table}, {"lshw", lshw}, {"hwinfo", "01: None"}}}};
        const auto files = readBundle(snapshot.dump());
        BOOST_REQUIRE(files);
        BOOST_REQUIRE(files->size() == 2U);
        BOOST_TEST((rawKindOf(files->at(1)) == RawKind::lshw));
        const auto machine = readInventory(snapshot.dump());
        BOOST_REQUIRE(machine);
        BOOST_TEST(machine->notes.empty());
    }
    BOOST_TEST(refusalOf(R"({"type":"Snapshot","software":"Workbench","data":{}})") == "report_lacks");
}

BOOST_AUTO_TEST_CASE(a_snapshot_quotes_a_drive_or_several_as_they_are) {
    const json drive{
        {"json_format_version", {1, 0}}, {"device", {{"name", "/dev/sda"}}}, {"model_name", "ST500DM002"}};
    json other = drive;
    other["device"]["name"] = "/dev/sdb";
    for (const json& smart : {drive, json::array({drive, other})}) {
        const auto machine = readInventory(json{{"type", "Snapshot"},
                                                {"software", "Workbench"},
                                                {"data", {{"dmidecode", table}, {"smart", smart}}}}
                                               .dump());
        BOOST_REQUIRE(machine);
        BOOST_TEST(machine->drives.size() == (smart.is_array() ? 2U : 1U));
    }
}

BOOST_AUTO_TEST_CASE(a_bundle_among_files_is_unpacked_once) {
    const std::string inner = bundleOf({{"dmidecode.txt", table}});
    const auto files =
        unpackBundles({{"readme.txt", "hello"}, {"bundle.json", bundleOf({{"inner.json", inner}})}});
    BOOST_REQUIRE(files.size() == 2U);
    BOOST_TEST(files[1].name == "bundle.json/inner.json");
    BOOST_TEST(readMachine(files).notes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(base64_gives_its_bytes_and_nothing_else) {
    BOOST_TEST(decodeBase64("").value() == "");
    BOOST_TEST(decodeBase64("Zg==").value() == "f");
    BOOST_TEST(decodeBase64("Zm8=").value() == "fo");
    BOOST_TEST(decodeBase64("Zm9v\r\nYmFy\n").value() == "foobar");
    for (const char* wrong : {"Z", "Zg", "Zg=", "Zg===", "Z=g=", "Zm 8=", "Zm9-"})
        BOOST_TEST(!decodeBase64(wrong), wrong);
}

BOOST_AUTO_TEST_SUITE_END()
