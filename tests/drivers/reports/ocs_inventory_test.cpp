#include "drivers/reports/ocs_inventory.h"

#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "drivers/reports/compressed.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/serials.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using nlohmann::json;

namespace {

Inventory read(const std::string& xml) {
    const auto inventory = readOcsInventory(xml);
    if (!inventory) BOOST_FAIL(inventory.refusal().text(remise::domain::Language::english));
    return *inventory;
}

Inventory readContent(const std::string& content) {
    return read("<REQUEST><CONTENT>" + content +
                "</CONTENT><DEVICEID>poste-12</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>");
}

std::string refusalOf(const std::string& xml) {
    const auto inventory = readOcsInventory(xml);
    return inventory ? "read" : std::string(inventory.refusal().code());
}

std::string identity(const json& object, const char* member) {
    const auto found = object.find(member);
    const std::string text = found != object.end() && found->is_string() ? found->get<std::string>() : "";
    return remise::domain::isIdentity(text) ? text : "";
}

std::string fieldText(const std::string& name) {
    return remise::tests::readFieldFile("fusioninventory-xml/" + name);
}

void check(const Inventory& inventory, const json& expected) {
    BOOST_TEST(inventory.deviceId == expected["deviceid"].get<std::string>());
    BOOST_TEST(inventory.serial.value_or("") == identity(expected, "serial"));
    BOOST_TEST(inventory.uuid.value_or("") == identity(expected, "uuid"));
    const json& memory = expected["memory_mb"];
    BOOST_TEST((inventory.memoryBytes.value_or(0) >> 20) ==
               (memory.is_string() ? std::stoll(memory.get<std::string>()) : 0));
    std::set<std::string> serials, found;
    for (const json& storage : expected["storages"]) {
        const std::string model = storage["model"].is_string() ? storage["model"].get<std::string>() : "";
        const bool isDrive = model.find("CD-ROM") == std::string::npos && model != "STORAGE DEVICE";  // USB
        if (isDrive && !identity(storage, "serialnumber").empty())
            serials.insert(identity(storage, "serialnumber"));
    }
    for (const Drive& drive : inventory.drives)
        if (drive.serial) found.insert(*drive.serial);
    BOOST_TEST(found == serials, boost::test_tools::per_element());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ocs_inventory_test)

BOOST_AUTO_TEST_CASE(a_laptop_is_read_with_its_parts) {
    const Inventory laptop = readContent(R"(
        <BIOS><SMANUFACTURER>LENOVO</SMANUFACTURER><SMODEL>ThinkPad T480</SMODEL><SSN>PF0ABC12</SSN>
          <MSN>L1HF83X00AB</MSN><BVERSION>N24ET61W</BVERSION><BDATE>01/15/2021</BDATE></BIOS>
        <HARDWARE><CHASSIS_TYPE>Notebook</CHASSIS_TYPE><MEMORY>15877</MEMORY><NAME>PC-DE-ADA</NAME>
          <UUID>4C4C4544-0034-3010-8048-B7C04F503732</UUID><LASTLOGGEDUSER>ada</LASTLOGGEDUSER></HARDWARE>
        <OPERATINGSYSTEM><FULL_NAME>Debian GNU/Linux 12</FULL_NAME></OPERATINGSYSTEM>
        <CPUS><NAME>Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz</NAME><CORE>4</CORE><THREAD>8</THREAD>
          <MANUFACTURER>Intel</MANUFACTURER><SPEED>1700</SPEED></CPUS>
        <MEMORIES><CAPACITY>8192</CAPACITY><TYPE>DDR4</TYPE><NUMSLOTS>1</NUMSLOTS></MEMORIES>
        <MEMORIES><CAPACITY>8192</CAPACITY><TYPE>DDR4</TYPE><NUMSLOTS>2</NUMSLOTS></MEMORIES>
        <STORAGES><NAME>nvme0n1</NAME><TYPE>disk</TYPE><MODEL>SAMSUNG MZVLB256</MODEL>
          <SERIALNUMBER>S4DXNX0M123456</SERIALNUMBER><DISKSIZE>256060</DISKSIZE></STORAGES>
        <STORAGES><NAME>sdb</NAME><TYPE>disk</TYPE><MODEL>DT 101 G2</MODEL><DESCRIPTION>USB</DESCRIPTION></STORAGES>
        <BATTERIES><CAPACITY>24000</CAPACITY><REAL_CAPACITY>21000</REAL_CAPACITY></BATTERIES>
        <VIDEOS><NAME>UHD Graphics 620</NAME><CHIPSET>VGA compatible controller</CHIPSET></VIDEOS>
        <MONITORS><MANUFACTURER>(Standard monitor types)</MANUFACTURER><CAPTION>B140HAN</CAPTION>
          <DESCRIPTION>12/2018</DESCRIPTION></MONITORS>
        <NETWORKS><MACADDR>8C:16:45:AA:BB:CC</MACADDR><VIRTUALDEV>0</VIRTUALDEV></NETWORKS>
        <NETWORKS><MACADDR>02:42:ac:11:00:02</MACADDR><VIRTUALDEV>1</VIRTUALDEV></NETWORKS>)");
    BOOST_TEST(laptop.deviceId == "poste-12");
    BOOST_TEST(laptop.maker == "LENOVO");
    BOOST_TEST(laptop.model == "ThinkPad T480");
    BOOST_TEST(laptop.serial.value() == "PF0ABC12");
    BOOST_TEST(laptop.boardSerial.value() == "L1HF83X00AB");
    BOOST_TEST(laptop.uuid.value() == "4C4C4544-0034-3010-8048-B7C04F503732");
    BOOST_TEST(laptop.category == "laptop");
    BOOST_TEST(laptop.system == "Debian GNU/Linux 12");
    BOOST_TEST(laptop.firmware == "N24ET61W (01/15/2021)");
    BOOST_TEST(laptop.installedBytes().value() == std::int64_t{16} << 30);
    BOOST_REQUIRE(laptop.processors.size() == 1);
    BOOST_TEST(laptop.processors[0].cores.value() == 4);
    BOOST_TEST(laptop.processors[0].threads.value() == 8);
    BOOST_REQUIRE(laptop.drives.size() == 1);
    BOOST_TEST(laptop.drives[0].serial.value() == "S4DXNX0M123456");
    BOOST_TEST(laptop.drives[0].bytes.value() == 256'060'000'000);
    BOOST_TEST((laptop.drives[0].kind == DriveKind::nvme));
    BOOST_REQUIRE(laptop.media.size() == 1);
    BOOST_TEST(laptop.batteryHealth().value() == 87);
    BOOST_REQUIRE(laptop.graphics.size() == 1);
    BOOST_TEST(laptop.graphics[0].model == "UHD Graphics 620");
    BOOST_REQUIRE(laptop.screens.size() == 1);
    BOOST_TEST(laptop.screens[0].maker.empty());
    BOOST_TEST(laptop.screens[0].year.value() == 2018);
    BOOST_REQUIRE(laptop.macs.size() == 1);
    BOOST_TEST(laptop.macs[0] == "8c:16:45:aa:bb:cc");
}

BOOST_AUTO_TEST_CASE(the_processor_that_only_hardware_names_is_read) {
    const Inventory old = readContent(
        "<HARDWARE><PROCESSORT>Pentium III</PROCESSORT><PROCESSORS>800</PROCESSORS></HARDWARE>"
        "<CPUS></CPUS>");
    BOOST_REQUIRE(old.processors.size() == 1);
    BOOST_TEST(old.processors[0].name == "Pentium III");
    BOOST_TEST(old.processors[0].megahertz.value() == 800);
    BOOST_TEST(readContent("<CPUS/>").processors.empty());
}

BOOST_AUTO_TEST_CASE(partitions_are_one_drive) {
    const Inventory bsd = readContent(
        "<STORAGES><DESCRIPTION>wd0a</DESCRIPTION></STORAGES><STORAGES><DESCRIPTION>wd0e</DESCRIPTION></"
        "STORAGES>"
        "<STORAGES><DESCRIPTION>wd1a</DESCRIPTION></STORAGES>");
    BOOST_REQUIRE(bsd.drives.size() == 2);
    BOOST_TEST(bsd.drives[0].device == "wd0");
    BOOST_TEST(bsd.drives[1].device == "wd1");
}

BOOST_AUTO_TEST_CASE(what_an_agent_asks_is_known_without_its_content) {
    BOOST_TEST(*readOcsQuery("<REQUEST><DEVICEID>x</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>") == "PROLOG");
    BOOST_TEST(*readOcsQuery("<REQUEST><QUERY>inventory</QUERY></REQUEST>") == "INVENTORY");
    BOOST_TEST(std::string(readOcsQuery("<REQUEST><X/></REQUEST>").refusal().code()) == "report_lacks");
    BOOST_TEST(std::string(readOcsQuery("<REQUEST/>").refusal().code()) == "report_lacks");
}

BOOST_AUTO_TEST_CASE(what_lacks_its_envelope_is_refused) {
    BOOST_TEST(refusalOf("<REQUEST><CONTENT/><DEVICEID>x</DEVICEID></REQUEST>") == "report_lacks");
    BOOST_TEST(refusalOf("<REQUEST><CONTENT/><QUERY>INVENTORY</QUERY></REQUEST>") == "report_lacks");
    BOOST_TEST(refusalOf("<REQUEST><DEVICEID>x</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>") ==
               "report_lacks");
    BOOST_TEST(refusalOf("<REQUEST><CONTENT/><DEVICEID>x</DEVICEID><QUERY>PROLOG</QUERY></REQUEST>") ==
               "report_field");
    BOOST_TEST(refusalOf("<REQUEST><CONTENT/><DEVICEID>x</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>") ==
               "read");
}

BOOST_AUTO_TEST_CASE(accounts_addresses_and_programs_are_not_read) {
    const Inventory inventory = readContent(
        "<ENVS><KEY>HOME</KEY><VAL>ada</VAL></ENVS><USERS><LOGIN>ada</LOGIN></USERS>"
        "<SOFTWARES><NAME>diary</NAME></SOFTWARES><NETWORKS><IPADDRESS>10.0.0.7</IPADDRESS></NETWORKS>");
    BOOST_TEST(inventory.macs.empty());
    BOOST_TEST(inventory.name.empty());
}

BOOST_AUTO_TEST_CASE(real_reports_give_the_expected_values,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const json expected = json::parse(fieldText("expected.json"));
    BOOST_TEST(expected["files"].size() == 7U);
    for (const auto& [name, values] : expected["files"].items())
        BOOST_TEST_CONTEXT(name) check(read(fieldText(name)), values);
}

BOOST_AUTO_TEST_CASE(one_machine_that_two_agents_report_has_one_drive_serial,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    const Inventory before = read(fieldText("2.1.6__win2k-2010-10-06-10-07-25.xml"));
    const Inventory after = read(fieldText("2.1.7__windows2000sp4.xml"));
    BOOST_REQUIRE(before.drives.size() == 1);
    BOOST_REQUIRE(after.drives.size() == 1);
    BOOST_TEST(before.drives[0].serial.value() == after.drives[0].serial.value());
    BOOST_TEST(before.uuid.value() == after.uuid.value());
    BOOST_TEST(before.deviceId != after.deviceId);
}

BOOST_AUTO_TEST_CASE(real_reports_cut_anywhere_are_refused_and_nothing_worse,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    for (const auto& path : remise::tests::fieldFilesIn("fusioninventory-xml", ".xml")) {
        const std::string whole = fieldText(path.filename().string()), packed = packZlib(whole);
        const std::size_t step = whole.size() < 20'000 ? 1 : 101;
        const auto end = whole.find_last_of('>');
        for (std::size_t length = 0; length < end; length += step)
            if (readInventory(std::string_view(whole).substr(0, length)))
                BOOST_ERROR("read although cut at byte " + std::to_string(length));
        for (std::size_t length = 0; length < packed.size(); length += step)
            if (readInventory(std::string_view(packed).substr(0, length)))
                BOOST_ERROR("read although packed and cut at byte " + std::to_string(length));
    }
}

BOOST_AUTO_TEST_SUITE_END()
