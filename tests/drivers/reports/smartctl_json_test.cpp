#include "drivers/reports/smartctl_json.h"

#include <boost/test/unit_test.hpp>
#include <map>
#include <nlohmann/json.hpp>

#include "drivers/reports/drive_health.h"
#include "server/domain/serials.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

Drive read(std::string_view text) {
    const auto drives = readSmartctlJson(text);
    BOOST_REQUIRE_MESSAGE(static_cast<bool>(drives), text);
    BOOST_REQUIRE(drives->size() == 1U);
    return drives->front();
}

std::string refusalOf(std::string_view text) {
    const auto drives = readSmartctlJson(text);
    return drives ? "read" : std::string(drives.refusal().code());
}

/// A drive with these members besides its names.
Drive driveWith(const json& members) {
    json said = {{"device", {{"name", "/dev/sda"}, {"protocol", "ATA"}}},
                 {"model_name", "WDC WD10EZEX-08WN4A0"},
                 {"serial_number", "WD-WCC6Y5KLEK9D"}};
    said.update(members);
    return read(said.dump());
}

json attribute(int id, const char* name, int value, const char* raw) {
    return {{"id", id}, {"name", name}, {"value", value}, {"raw", {{"value", 1}, {"string", raw}}}};
}

SelfReport selfWith(const json& row) {
    return driveWith({{"ata_smart_attributes", {{"table", json::array({row})}}}}).self;
}

/// Serials masked by who published the files are no identities.
std::string identity(const std::string& serial) {
    return remise::domain::isIdentity(serial) ? serial : "";
}

/// Names masked by who published the files are no names to us.
std::string unlessMasked(const json& name) {
    return remise::domain::isPlaceholder(name.get<std::string>()) ? "" : name.get<std::string>();
}

void checkAgainst(const json& expected, const Drive& drive) {
    BOOST_TEST(drive.serial.value_or("") == identity(expected.at("serial")));
    BOOST_TEST(drive.device == expected.at("device").get<std::string>());
    BOOST_TEST(drive.model == expected.at("model").get<std::string>());
    if (expected.contains("firmware")) BOOST_TEST(drive.firmware == unlessMasked(expected["firmware"]));
    BOOST_TEST(drive.bytes.value() == expected.at("capacity_bytes").get<std::int64_t>());
    const std::map<std::string, std::string_view> kinds{{"HDD", "hdd"}, {"SSD", "ssd"}, {"NVMe", "nvme"}};
    BOOST_TEST(driveKindName(drive.kind) == kinds.at(expected.at("kind")));
    BOOST_TEST(drive.self.passed.value() == expected.at("smart_passed").get<bool>());
    BOOST_TEST(drive.self.hours.value() == expected.at("power_on_hours").get<std::int64_t>());
    const std::map<std::string, std::optional<std::int64_t>> counts{
        {"reallocated_sectors_raw", drive.self.reallocated},
        {"scsi_grown_defects", drive.self.reallocated},
        {"pending_sectors_raw", drive.self.pending},
        {"percentage_used", drive.self.wearPercent},
        {"available_spare", drive.self.sparePercent},
        {"critical_warning", drive.self.criticalWarning}};
    for (const auto& [name, count] : counts)
        if (expected.contains(name)) BOOST_TEST(count.value() == expected[name].get<std::int64_t>(), name);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(smartctl_json_test)

BOOST_AUTO_TEST_CASE(real_drives_are_read_as_they_are,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(remise::tests::readFieldFile("smartctl-json/expected.json"));
    int drives = 0;
    for (const auto& [name, fields] : expected.at("files").items())
        BOOST_TEST_CONTEXT(name) {
            if (!fields.contains("model")) continue;
            checkAgainst(fields, read(remise::tests::readFieldFile("smartctl-json/" + name)));
            ++drives;
        }
    BOOST_TEST(drives == 32);
}

BOOST_AUTO_TEST_CASE(real_lists_give_a_drive_for_each_serial_in_them,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    for (const char* name : {"test0.txt", "test1.txt", "test12.txt", "test2.txt", "test5.txt", "test9.txt",
                             "smart_disabled.txt", "sata01.json"})
        BOOST_TEST_CONTEXT(name) {
            const std::string text = remise::tests::readFieldFile(std::string("peracotta/smartctl/") + name);
            std::vector<std::string> expected;
            for (const json& one : json::parse(text))
                if (one.contains("serial_number")) expected.push_back(identity(one.at("serial_number")));
            const auto drives = readSmartctlJson(text);
            BOOST_REQUIRE(static_cast<bool>(drives));
            std::vector<std::string> serials;
            for (const Drive& drive : *drives)
                serials.push_back(drive.serial.value_or(""));
            BOOST_TEST(serials == expected, boost::test_tools::per_element());
        }
}

BOOST_AUTO_TEST_CASE(answers_without_a_drive_are_refused,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    for (const char* name : {"smart-fail.json", "smartctl_scan_simple.json"})
        BOOST_TEST(refusalOf(remise::tests::readFieldFile(std::string("smartctl-json/scrutiny/") + name)) ==
                   "report_lacks");
}

BOOST_AUTO_TEST_CASE(a_file_cut_anywhere_is_refused,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    for (const char* name : {"smart-nvme.json", "smart-scsi.json"}) {
        const std::string text = remise::tests::readFieldFile(std::string("smartctl-json/scrutiny/") + name);
        for (std::size_t length = 0; length + 2 < text.size(); ++length)
            BOOST_TEST(refusalOf(text.substr(0, length)) == "not_json");
    }
}

BOOST_AUTO_TEST_CASE(several_drives_may_stand_in_a_list) {
    const auto drives = readSmartctlJson(
        R"([{"device": {"name": "/dev/sda"}, "model_name": "TOSHIBA MQ01"}, {"smartctl": {"exit_status": 2}},
            {"device": {"name": "/dev/sdb"}, "model_name": "TOSHIBA MQ02"}])");
    BOOST_REQUIRE(drives->size() == 2U);
    BOOST_TEST(drives->back().model == "TOSHIBA MQ02");
    BOOST_TEST(refusalOf("[]") == "report_lacks");
    BOOST_TEST(refusalOf("[1, null, [[]]]") == "report_lacks");
}

BOOST_AUTO_TEST_CASE(what_smartctl_concludes_overrides_a_drive_that_calls_itself_well) {
    const json well = {{"passed", true}};
    BOOST_TEST(driveWith({{"smart_status", well}, {"smartctl", {{"exit_status", 64}}}}).self.passed.value());
    BOOST_TEST(!driveWith({{"smart_status", well}, {"smartctl", {{"exit_status", 16}}}}).self.passed.value());
    BOOST_TEST(!driveWith({{"smartctl", {{"exit_status", 8}}}}).self.passed.value());
    BOOST_TEST(!driveWith({{"smartctl", {{"exit_status", 4}}}}).self.passed.has_value());
}

BOOST_AUTO_TEST_CASE(sectors_are_counted_by_what_is_shown_not_by_packed_numbers) {
    BOOST_TEST(selfWith(attribute(5, "Reallocated_Sector_Ct", 100, "8 (1 0)")).reallocated.value() == 8);
    BOOST_TEST(selfWith(attribute(197, "Current_Pending_Sector", 100, "41")).pending.value() == 41);
    BOOST_TEST(!selfWith(attribute(5, "Reallocated_Sector_Ct", 100, "-")).reallocated.has_value());
}

BOOST_AUTO_TEST_CASE(flash_tells_the_life_it_has_used_under_many_names) {
    BOOST_TEST(selfWith(attribute(177, "Wear_Leveling_Count", 97, "52")).wearPercent.value() == 3);
    BOOST_TEST(selfWith(attribute(202, "Percent_Lifetime_Remain", 0, "100")).wearPercent.value() == 100);
    BOOST_TEST(!selfWith(attribute(177, "Unknown_Attribute", 97, "52")).wearPercent.has_value());
    BOOST_TEST(driveWith({{"endurance_used", {{"current_percent", 12}}}}).self.wearPercent.value() == 12);
    BOOST_TEST(driveWith({{"scsi_percentage_used_endurance_indicator", 7}}).self.wearPercent.value() == 7);
}

BOOST_AUTO_TEST_CASE(kind_is_told_by_what_turns) {
    BOOST_TEST((driveWith({{"rotation_rate", 7200}}).kind == DriveKind::hdd));
    BOOST_TEST((driveWith({{"rotation_rate", 0}}).kind == DriveKind::ssd));
    BOOST_TEST((driveWith({{"model_name", "X"}}).kind == DriveKind::other));
}

BOOST_AUTO_TEST_CASE(what_only_names_no_thing_is_left_out) {
    BOOST_TEST(driveWith({{"vendor", "ATA"}}).maker.empty());
    BOOST_TEST(driveWith({{"scsi_vendor", "SEAGATE"}}).maker == "SEAGATE");
    BOOST_TEST(!driveWith({{"serial_number", "000000000000"}}).serial.has_value());
}

BOOST_AUTO_TEST_CASE(a_password_of_the_drive_is_told) {
    const auto lock = [](const char* words) {
        return driveWith({{"ata_security", {{"string", words}}}}).locked;
    };
    BOOST_TEST(lock("ENABLED, PW level HIGH, **LOCKED** [SEC4]").value());
    BOOST_TEST(!lock("ENABLED, PW level MAX, not locked, frozen [SEC6]").value());
    BOOST_TEST(!lock("Disabled, frozen [SEC2]").value());
    BOOST_TEST(!lock("Unavailable").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
