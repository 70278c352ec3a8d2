#include "drivers/reports/glpi_inventory.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;
namespace data = boost::unit_test::data;

namespace {

Inventory read(const std::string& text) {
    const auto inventory = readGlpiJson(text);
    if (!inventory) BOOST_FAIL(inventory.refusal().text(remise::domain::Language::english));
    return *inventory;
}

Inventory readContent(const std::string& content) {
    return read(R"({"deviceid":"x","content":)" + content + "}");
}

std::string refusalOf(const std::string& text) {
    const auto inventory = readGlpiJson(text);
    return inventory ? "read" : std::string(inventory.refusal().code());
}

std::string fieldRefused(const std::string& content) {
    const auto inventory = readGlpiJson(R"({"deviceid":"x","content":)" + content + "}");
    return inventory ? "" : inventory.refusal().details().at("field");
}

std::string textIn(const json& object, const char* member) {
    return object.contains(member) && object[member].is_string() ? object[member].get<std::string>() : "";
}

std::int64_t numberIn(const json& object, const char* member) {
    return object.contains(member) && object[member].is_number() ? object[member].get<std::int64_t>() : 0;
}

const json& listIn(const json& object, const char* member) {
    static const json nothing = json::array();
    return object.contains(member) && object[member].is_array() ? object[member] : nothing;
}

void checkHead(const Inventory& inventory, const json& expected) {
    const json& device = expected["network_device"].is_object() ? expected["network_device"] : expected;
    BOOST_TEST(inventory.deviceId == textIn(expected, "deviceid"));
    BOOST_TEST(inventory.itemType == textIn(expected, "itemtype"));
    BOOST_TEST(inventory.partial == (expected["partial"] == true));
    BOOST_TEST(inventory.maker == textIn(device, "manufacturer"));
    BOOST_TEST(inventory.model == textIn(device, "model"));
    BOOST_TEST(inventory.serial.value_or("") == textIn(device, "serial"));
    BOOST_TEST(inventory.name == textIn(device, "name"));
    BOOST_TEST(inventory.boardSerial.value_or("") == textIn(expected, "board_serial"));
    BOOST_TEST(inventory.uuid.value_or("") == textIn(expected, "uuid"));
    BOOST_TEST(inventory.chassis == textIn(expected, "chassis"));
    BOOST_TEST(inventory.system == textIn(expected, "os"));
    BOOST_TEST((inventory.memoryBytes.value_or(0) >> 20) ==
               (numberIn(expected, "memory_mb") + numberIn(device, "ram")));
}

void checkParts(const Inventory& inventory, const json& expected) {
    const json& cpus = listIn(expected, "cpus");
    BOOST_REQUIRE(inventory.processors.size() == cpus.size());
    for (std::size_t i = 0; i < cpus.size(); ++i) {
        BOOST_TEST(inventory.processors[i].name == textIn(cpus[i], "name"));
        BOOST_TEST(inventory.processors[i].maker == textIn(cpus[i], "manufacturer"));
        BOOST_TEST(inventory.processors[i].cores.value_or(0) == numberIn(cpus[i], "core"));
        BOOST_TEST(inventory.processors[i].threads.value_or(0) == numberIn(cpus[i], "thread"));
        BOOST_TEST(inventory.processors[i].megahertz.value_or(0) == numberIn(cpus[i], "speed"));
    }
    const json& memories = listIn(expected, "memories");
    BOOST_REQUIRE(inventory.modules.size() == memories.size());
    for (std::size_t i = 0; i < memories.size(); ++i) {
        BOOST_TEST((inventory.modules[i].bytes >> 20) == numberIn(memories[i], "capacity"));
        BOOST_TEST(inventory.modules[i].type == textIn(memories[i], "type"));
        BOOST_TEST(inventory.modules[i].speed == textIn(memories[i], "speed"));
        BOOST_TEST(inventory.modules[i].maker == textIn(memories[i], "manufacturer"));
        BOOST_TEST(inventory.modules[i].slot.value_or(0) == numberIn(memories[i], "numslots"));
    }
}

void checkDrivesAndBatteries(const Inventory& inventory, const json& expected) {
    const json& storages = listIn(expected, "storages");
    BOOST_REQUIRE(inventory.drives.size() == storages.size());
    for (std::size_t i = 0; i < storages.size(); ++i) {
        BOOST_TEST(inventory.drives[i].device == textIn(storages[i], "name"));
        BOOST_TEST(inventory.drives[i].maker == textIn(storages[i], "manufacturer"));
        BOOST_TEST(inventory.drives[i].model == textIn(storages[i], "model"));
        BOOST_TEST(inventory.drives[i].serial.value_or("") == textIn(storages[i], "serial"));
        BOOST_TEST(inventory.drives[i].firmware == textIn(storages[i], "firmware"));
        BOOST_TEST(inventory.drives[i].bytes.value_or(0) == numberIn(storages[i], "disksize") * 1'000'000);
    }
    const json& batteries = listIn(expected, "batteries");
    BOOST_REQUIRE(inventory.batteries.size() == batteries.size());
    for (std::size_t i = 0; i < batteries.size(); ++i) {
        const bool isPhone = inventory.category == "phone";  // which gives its charge in percent
        BOOST_TEST(inventory.batteries[i].name == textIn(batteries[i], "name"));
        BOOST_TEST(inventory.batteries[i].maker == textIn(batteries[i], "manufacturer"));
        BOOST_TEST(inventory.batteries[i].chemistry == textIn(batteries[i], "chemistry"));
        BOOST_TEST(inventory.batteries[i].serial.value_or("") == textIn(batteries[i], "serial"));
        BOOST_TEST(inventory.batteries[i].designMwh.value_or(0) ==
                   (isPhone ? 0 : numberIn(batteries[i], "capacity")));
        BOOST_TEST(inventory.batteries[i].fullMwh.value_or(0) == numberIn(batteries[i], "real_capacity"));
    }
}

/// Every address we give is one of the file's; those left out are the loopback's and virtual ones.
void checkMacs(const Inventory& inventory, const json& expected, const json& source) {
    std::set<std::string> left;
    for (const json& mac : listIn(expected, "macs"))
        left.insert(mac.get<std::string>());
    if (expected["network_device"].is_object()) left.insert(textIn(expected["network_device"], "mac"));
    for (const std::string& mac : inventory.macs)
        BOOST_TEST(left.erase(mac) == 1U, mac);
    for (const json& port : listIn(source["content"], "networks"))
        if (port.value("virtualdev", false)) left.erase(textIn(port, "mac"));
    BOOST_TEST(left.empty());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(glpi_inventory_test)

BOOST_AUTO_TEST_CASE(real_inventories_are_read_as_they_say,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(remise::tests::readFieldFile("glpi-inventory-json/expected.json"));
    BOOST_TEST(expected.at("files").size() == 11U);
    for (const auto& [name, values] : expected.at("files").items()) {
        BOOST_TEST_CONTEXT(name) {
            const std::string text = remise::tests::readFieldFile("glpi-inventory-json/" + name);
            BOOST_TEST((detectFormat(text) == ReportFormat::glpiJson));
            const Inventory inventory = read(text);
            checkHead(inventory, values);
            checkParts(inventory, values);
            checkDrivesAndBatteries(inventory, values);
            checkMacs(inventory, values, json::parse(text));
        }
    }
}

BOOST_AUTO_TEST_CASE(real_machines_find_their_category,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const auto category = [](const char* name) {
        return read(remise::tests::readFieldFile(std::string("glpi-inventory-json/") + name)).category;
    };
    BOOST_TEST(category("computer_1.json") == "laptop");
    BOOST_TEST(category("phone_1.json") == "phone");
    BOOST_TEST(category("printer_1.json") == "printer");
}

BOOST_AUTO_TEST_CASE(a_real_screen_is_read_by_its_own_description,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const Inventory laptop = read(remise::tests::readFieldFile("glpi-inventory-json/computer_1.json"));
    BOOST_REQUIRE(laptop.screens.size() == 1);
    BOOST_TEST(laptop.screens[0].year.value() == 2015);
    BOOST_TEST(laptop.screens[0].widthPixels == 1920);
    BOOST_TEST(laptop.screens[0].heightPixels == 1080);
    BOOST_TEST(laptop.screens[0].widthMm > 250);
}

BOOST_AUTO_TEST_CASE(nothing_personal_is_kept_of_a_phone,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const Inventory phone = read(remise::tests::readFieldFile("glpi-inventory-json/phone_1.json"));
    BOOST_TEST(phone.simCards == 1);
    BOOST_TEST(!phone.assetTag.has_value());  // Android's "release-keys"
    BOOST_TEST(!phone.batteries.at(0).healthPercent().has_value());
}

BOOST_AUTO_TEST_CASE(a_laptop_tells_who_it_is_and_what_it_holds) {
    const Inventory laptop = readContent(R"({
        "bios": {"smanufacturer": "Lenovo", "smodel": "20BX001LUS", "ssn": "PF0ABCDE", "msn": "To be filled by O.E.M."},
        "hardware": {"name": "poste-12", "chassis_type": "Notebook", "memory": 7800},
        "cpus": [{"name": "i5-5300U", "core": "2", "thread": 4, "speed": "2300 MHz"}],
        "storages": [{"name": "sda", "type": "disk", "description": "SATA", "model": "SAMSUNG SSD 860",
                      "serial": " S3Z9NB0K123456 ", "disksize": 256060},
                     {"name": "sdb", "model": "WDC WD5000LPVX", "serial": "WD-WX11A1", "disksize": "500107"}],
        "batteries": [{"name": "45N1773", "serial": "00000", "capacity": 57570, "real_capacity": 50570}]})");
    BOOST_TEST(laptop.category == "laptop");
    BOOST_TEST(laptop.serial.value() == "PF0ABCDE");
    BOOST_TEST(!laptop.boardSerial.has_value());
    BOOST_TEST(laptop.processors.at(0).cores.value() == 2);
    BOOST_TEST(laptop.processors.at(0).megahertz.value() == 2300);
    BOOST_TEST(laptop.drives.at(0).serial.value() == "S3Z9NB0K123456");
    BOOST_TEST(driveKindName(laptop.drives.at(0).kind) == "ssd");
    BOOST_TEST(driveKindName(laptop.drives.at(1).kind) == "hdd");
    BOOST_TEST(laptop.drives.at(1).bytes.value() == 500'107'000'000);
    BOOST_TEST(!laptop.batteries.at(0).serial.has_value());
    BOOST_TEST(laptop.batteries.at(0).healthPercent().value() == 87);
}

BOOST_AUTO_TEST_CASE(discs_sticks_and_readers_are_media_and_never_drives) {
    const Inventory desktop = readContent(R"JSON({"storages": [
        {"name": "sr0", "type": "cd", "model": "HL-DT-ST DVD+-RW"},
        {"name": "VBOX CD-ROM", "type": "ATA", "description": "CD-ROM Drive", "serial": "VB2-01700376"},
        {"name": "fd0", "description": "Lecteur de disquettes"},
        {"name": "sdb", "type": "disk", "description": "USB", "model": "DT 101 G2"},
        {"name": "\\\\.\\PHYSICALDRIVE1", "type": "Removable Media", "interface": "USB", "model": "Generic Card Reader"},
        {"name": "\\\\.\\PHYSICALDRIVE0", "type": "Fixed hard disk media", "interface": "IDE",
         "manufacturer": "(Lecteurs de disque standard)", "model": "VBOX HARDDISK", "serial": "VB3bc9d3db-8afe8222"},
        {"name": "mmcblk0", "type": "disk", "model": "DF4032", "serial": "0x2d4f11b3"},
        {"name": "nvme0n1", "description": "PCI", "model": "PM951"},
        {"name": "loop0", "type": "disk"}, {"name": "zram0"}]
})JSON");
    BOOST_REQUIRE(desktop.media.size() == 5U);
    BOOST_TEST(mediumKindName(desktop.media[0].kind) == "optical");
    BOOST_TEST(mediumKindName(desktop.media[1].kind) == "optical");
    BOOST_TEST(mediumKindName(desktop.media[2].kind) == "floppy");
    BOOST_TEST(mediumKindName(desktop.media[3].kind) == "usb");
    BOOST_TEST(mediumKindName(desktop.media[4].kind) == "card_reader");
    BOOST_REQUIRE(desktop.drives.size() == 3U);
    BOOST_TEST(desktop.drives[0].maker == "");
    BOOST_TEST(desktop.drives[0].serial.value() == "VB3bc9d3db-8afe8222");
    BOOST_TEST(driveKindName(desktop.drives[0].kind) == "other");
    BOOST_TEST(driveKindName(desktop.drives[1].kind) == "emmc");
    BOOST_TEST(driveKindName(desktop.drives[2].kind) == "nvme");
}

BOOST_AUTO_TEST_CASE(placeholders_give_way_to_the_boards_names) {
    const Inventory desktop = readContent(R"({"bios": {"smanufacturer": "System manufacturer",
        "smodel": "System Product Name", "ssn": "System Serial Number", "mmanufacturer": "ASUSTeK", "mmodel": "P5B-V"},
        "hardware": {"uuid": "03000200-0400-0500-0006-000700080009"}})");
    BOOST_TEST(desktop.maker == "ASUSTeK");
    BOOST_TEST(desktop.model == "P5B-V");
    BOOST_TEST(!desktop.serial.has_value());
    BOOST_TEST(!desktop.uuid.has_value());
}

BOOST_AUTO_TEST_CASE(the_bios_chip_is_no_memory_and_an_empty_slot_no_module) {
    const Inventory desktop = readContent(R"({"memories": [{"capacity": 2048, "type": "DDR2"},
        {"capacity": 4, "type": "FLASH", "caption": "System ROM"}, {"caption": "DIMM2", "capacity": 0}, {}]})");
    BOOST_REQUIRE(desktop.modules.size() == 1U);
    BOOST_TEST(desktop.modules[0].bytes == 2048LL << 20);
}

BOOST_AUTO_TEST_CASE(a_phone_with_two_cards_has_both_its_numbers) {
    const Inventory phone = read(R"({"deviceid": "p", "itemtype": "Phone", "content": {
        "modems": [{"imei": ["490154203237518", "49-015420-323751-8", "111111111111111"]}, {"imei": "354805094862276"}],
        "simcards": [{"serial": "8933", "phone_number": "+33600000000"}, {}]}})");
    BOOST_TEST(phone.category == "phone");
    BOOST_TEST(phone.imeis.size() >= 1U);
    BOOST_TEST(phone.imeis.back() == "490154203237518");
    BOOST_TEST(phone.simCards == 2);
}

BOOST_AUTO_TEST_CASE(a_single_entry_may_come_without_its_list) {
    BOOST_TEST(readContent(R"({"storages": {"name": "sda", "serial": "WD-WCC2ETY84203"}})").drives.size() ==
               1U);
    BOOST_TEST(readContent(R"({"bios": [], "storages": [], "cpus": null})").drives.empty());
}

BOOST_AUTO_TEST_CASE(text_leaves_clean_in_every_script) {
    const Inventory machine = readContent(
        "{\"hardware\": {\"name\": \"Caf\xE9\\u0000 \\u202Eevil\\n \xD8\xA8\xD8\xA8\"},"
        "\"bios\": {\"smodel\": \"<b>'\\\"; DROP\", \"ssn\": \"AB\\u000012345Z\"}}");
    BOOST_TEST(machine.name == "Caf\xEF\xBF\xBD evil \xD8\xA8\xD8\xA8");
    BOOST_TEST(machine.model == "<b>'\"; DROP");
    BOOST_TEST(machine.serial.value() == "AB 12345Z");
}

BOOST_AUTO_TEST_CASE(absurd_numbers_are_not_believed) {
    const Inventory machine = readContent(R"({"hardware": {"memory": -5},
        "cpus": [{"core": 1e30, "thread": 99999999999999999999, "speed": true}],
        "storages": [{"name": "sda", "disksize": 18446744073709551615}, {"name": "sdb", "disksize": 0}],
        "batteries": [{"capacity": 1000, "real_capacity": 9000}]})");
    BOOST_TEST(!machine.memoryBytes.has_value());
    BOOST_TEST(!machine.processors.at(0).cores.has_value());
    BOOST_TEST(!machine.processors.at(0).threads.has_value());
    BOOST_TEST(!machine.drives.at(0).bytes.has_value());
    BOOST_TEST(!machine.drives.at(1).bytes.has_value());
    BOOST_TEST(!machine.batteries.at(0).healthPercent().has_value());
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_named) {
    BOOST_TEST(refusalOf("") == "not_json");
    BOOST_TEST(refusalOf("{\"deviceid\": ") == "not_json");
    BOOST_TEST(refusalOf("\x78\x9c\x01\xff\xfe") == "not_json");
    BOOST_TEST(refusalOf("{\"deviceid\":\"x\",\"content\":{\"a\":1e999}}") == "not_json");
    BOOST_TEST(refusalOf("[]") == "report_field");
    BOOST_TEST(refusalOf(R"({"deviceid":"x"})") == "report_lacks");
    BOOST_TEST(refusalOf(R"({"content":{}})") == "report_lacks");
    BOOST_TEST(refusalOf(R"({"deviceid":[],"content":{}})") == "report_field");
    BOOST_TEST(refusalOf(R"({"deviceid":"x","content":[]})") == "report_field");
    BOOST_TEST(fieldRefused(R"({"bios": "none"})") == "content.bios");
    BOOST_TEST(fieldRefused(R"({"storages": 4})") == "content.storages");
    BOOST_TEST(fieldRefused(R"({"cpus": [{}, "two"]})") == "content.cpus[1]");
}

BOOST_AUTO_TEST_CASE(what_is_huge_or_deep_is_refused_before_it_costs) {
    BOOST_TEST(refusalOf(std::string(17U << 20, ' ')) == "too_large");
    BOOST_TEST(refusalOf(std::string(1'000'000, '[')) == "report_too_deep");
    std::string deep = R"({"deviceid":"x","content":{"a":)";
    for (int i = 0; i < 100'000; ++i)
        deep += "{\"a\":";
    BOOST_TEST(refusalOf(deep) == "report_too_deep");
    BOOST_TEST(refusalOf(R"({"deviceid":"[[[[","content":{"x":"\"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["}})") ==
               "read");
    std::string many = R"({"storages": [{})";
    for (int i = 0; i < 1000; ++i)
        many += ",{}";
    BOOST_TEST(fieldRefused(many + "]}") == "content.storages");
}

BOOST_AUTO_TEST_CASE(a_report_cut_anywhere_is_refused_or_read_and_never_breaks) {
    const std::string whole =
        R"({"deviceid":"x","content":{"bios":{"ssn":"PF0\u00e9"},"cpus":[{"core":2}]}})";
    for (std::size_t length = 0; length < whole.size(); ++length)
        BOOST_TEST(refusalOf(whole.substr(0, length)) == "not_json");
    BOOST_TEST(refusalOf(whole) == "read");
}

BOOST_AUTO_TEST_SUITE_END()
