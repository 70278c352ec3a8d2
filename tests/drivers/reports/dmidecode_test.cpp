#include "drivers/reports/dmidecode.h"

#include <boost/test/data/monomorphic.hpp>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;
namespace data = boost::unit_test::data;

namespace {

const std::string laptop = R"(# dmidecode 3.3
Getting SMBIOS data from sysfs.
SMBIOS 3.1.1 present.

Handle 0x0000, DMI type 0, 26 bytes
BIOS Information
	Vendor: LENOVO
	Version: R13ET47W(1.21 )
	Release Date: 06/21/2021
	Characteristics:
		PCI is supported
		UEFI is supported
	BIOS Revision: 1.21

Handle 0x0001, DMI type 1, 27 bytes
System Information
	Manufacturer: LENOVO
	Product Name: 20KFS0AB00
	Version: ThinkPad X280
	Serial Number: PC0WXYZ1
	UUID: 305f33cc-33ca-11b2-a85c-aad0993c0c99

Handle 0x0002, DMI type 2, 15 bytes
Base Board Information
	Manufacturer: LENOVO
	Product Name: 20KFS0AB00
	Serial Number: L1HF88K00PQ

Handle 0x0003, DMI type 3, 22 bytes
Chassis Information
	Type: Notebook
	Asset Tag: ASSO-0042

Handle 0x0004, DMI type 4, 48 bytes
Processor Information
	Type: Central Processor
	Manufacturer: Intel(R) Corporation
	Flags:
		FPU (Floating-point unit on-chip)
		Status: not a field, one of a list
	Version: Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz
	Current Speed: 1700 MHz
	Status: Populated, Enabled
	Core Count: 4
	Thread Count: 8

Handle 0x0005, DMI type 17, 40 bytes
Memory Device
	Size: 8 GB
	Locator: ChannelA-DIMM0
	Type: DDR4
	Type Detail: Synchronous
	Speed: 2667 MT/s
	Manufacturer: 0x80CE000080CE
	Configured Memory Speed: 2400 MT/s

Handle 0x0006, DMI type 17, 40 bytes
Memory Device
	Size: No Module Installed
	Type: Unknown

Handle 0x0007, DMI type 17, 40 bytes
Memory Device
	Size: 16 MB
	Locator: Flash ROM
	Type: Flash
	Type Detail: Non-Volatile

Handle 0x0008, DMI type 24, 5 bytes
Hardware Security
	Power-On Password Status: Disabled
	Keyboard Password Status: Enabled
	Administrator Password Status: Enabled

Handle 0x0009, DMI type 22, 26 bytes
Portable Battery
	Manufacturer: SANYO
	Name: 01AV432
	Design Capacity: 48000 mWh
	SBDS Serial Number: 0A1C7
	SBDS Chemistry: LION

Handle 0x000A, DMI type 43, 31 bytes
TPM Device
	Specification Version: 2.0
)";

Inventory read(const std::string& text) {
    const auto inventory = readDmidecode(text);
    if (!inventory) BOOST_FAIL(inventory.refusal().text(remise::domain::Language::english));
    return *inventory;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

void checkIsTheLaptop(const Inventory& inventory) {
    BOOST_TEST(inventory.maker == "LENOVO");
    BOOST_TEST(inventory.model == "ThinkPad X280");
    BOOST_TEST(inventory.product == "20KFS0AB00");
    BOOST_TEST(inventory.serial.value() == "PC0WXYZ1");
    BOOST_TEST(inventory.category == "laptop");
    BOOST_TEST(inventory.processors.size() == 1U);
    BOOST_TEST(inventory.installedBytes().value() == std::int64_t{8} << 30);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dmidecode_test)

BOOST_AUTO_TEST_CASE(a_laptop_is_read_as_its_firmware_describes_it) {
    const Inventory inventory = read(laptop);
    checkIsTheLaptop(inventory);
    BOOST_TEST(inventory.uuid.value() == "305f33cc-33ca-11b2-a85c-aad0993c0c99");
    BOOST_TEST(inventory.boardSerial.value() == "L1HF88K00PQ");
    BOOST_TEST(inventory.assetTag.value() == "ASSO-0042");
    BOOST_TEST(inventory.firmware == "R13ET47W(1.21 ) (06/21/2021)");
    BOOST_TEST(inventory.uefi.value());
    BOOST_TEST(inventory.tpm == "2.0");
    const Processor& processor = inventory.processors.at(0);
    BOOST_TEST(processor.name == "Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz");
    BOOST_TEST(processor.cores.value() == 4);
    BOOST_TEST(processor.threads.value() == 8);
    BOOST_TEST(processor.megahertz.value() == 1700);
    const Battery& battery = inventory.batteries.at(0);
    BOOST_TEST(battery.designMwh.value() == 48000);
    BOOST_TEST(battery.chemistry == "LION");
}

BOOST_AUTO_TEST_CASE(the_flash_chip_is_no_memory_and_an_empty_slot_is_a_slot) {
    const Inventory inventory = read(laptop);
    BOOST_REQUIRE(inventory.modules.size() == 1U);
    BOOST_TEST(inventory.memorySlots == 2);
    BOOST_TEST(inventory.modules[0].type == "DDR4");
    BOOST_TEST(inventory.modules[0].speed == "2400 MT/s");
    BOOST_TEST(inventory.modules[0].maker == "Samsung");
    BOOST_TEST(inventory.modules[0].slot.value() == 1);
}

BOOST_AUTO_TEST_CASE(only_a_password_that_is_set_is_a_lock) {
    const std::vector<Lock> locks = read(laptop).locks;
    BOOST_REQUIRE(locks.size() == 1U);
    BOOST_TEST(lockName(locks[0]) == "administrator_password");
}

const std::vector<std::pair<std::string, std::string>> otherSpellings{
    {"blanks for tabs", replaced(laptop, "\t", "    ")},
    {"lines of Windows", replaced(laptop, "\n", "\r\n")},
    {"without blank lines", replaced(laptop, "\n\n", "\n")},
    {"lines of another program before it", "[loader] library loaded\n" + laptop},
    {"broken at the end", laptop + "\nInvalid entry length (0). DMI table is broken! Stop.\n"},
};

BOOST_DATA_TEST_CASE(every_spelling_of_the_table_is_the_same_machine, data::make([] {
                         std::vector<std::string> texts;
                         for (const auto& [what, text] : otherSpellings)
                             texts.push_back(text);
                         return texts;
                     }()),
                     text) {
    checkIsTheLaptop(read(text));
}

BOOST_AUTO_TEST_CASE(the_oldest_spelling_is_read_too) {
    const Inventory inventory = read(R"(# dmidecode 2.2
SMBIOS 2.2 present.
Handle 0x0001
	DMI type 1, 25 bytes.
	System Information
		Manufacturer: IBM
		Product: -[86494jg]-
		Version: Not Specified
		Serial Number: KDMAH1Y
Handle 0x0020
	DMI type 17, 23 bytes.
	Memory Device
		Size: 512 MB
		Type: DDR
)");
    BOOST_TEST(inventory.model == "-[86494jg]-");
    BOOST_TEST(inventory.serial.value() == "KDMAH1Y");
    BOOST_TEST(inventory.installedBytes().value() == std::int64_t{512} << 20);
}

BOOST_AUTO_TEST_CASE(a_quiet_table_without_handles_is_read) {
    const Inventory inventory = read(
        "System Information\n\tManufacturer: Dell Inc.\n\tProduct Name: Latitude 7480\n\nMemory "
        "Device\n\tSize: "
        "4096 MB\n");
    BOOST_TEST(inventory.model == "Latitude 7480");
    BOOST_TEST(inventory.installedBytes().value() == std::int64_t{4} << 30);
}

BOOST_AUTO_TEST_CASE(placeholders_are_nobodys_name_and_the_board_gives_its_own) {
    const Inventory inventory = read(R"(Handle 0x0001, DMI type 1, 27 bytes
System Information
	Manufacturer: System manufacturer
	Product Name: System Product Name
	Version: System Version
	Serial Number: System Serial Number
	UUID: FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF

Handle 0x0002, DMI type 2, 15 bytes
Base Board Information
	Manufacturer: ASUSTeK Computer INC.
	Product Name: P5B-V
	Serial Number: MS1C6AB83920417
)");
    BOOST_TEST(inventory.maker == "ASUSTeK Computer INC.");
    BOOST_TEST(inventory.model == "P5B-V");
    BOOST_TEST(!inventory.serial.has_value());
    BOOST_TEST(!inventory.uuid.has_value());
    BOOST_TEST(inventory.boardSerial.value() == "MS1C6AB83920417");
}

BOOST_AUTO_TEST_CASE(a_lenovo_whose_version_is_no_name_keeps_its_product) {
    const Inventory inventory =
        read("System Information\n\tManufacturer: LENOVO\n\tProduct Name: 10AJCTO1WW\n\tVersion: 1.0\n");
    BOOST_TEST(inventory.model == "10AJCTO1WW");
    BOOST_TEST(inventory.product == "");
}

BOOST_AUTO_TEST_CASE(an_empty_socket_is_no_processor) {
    const Inventory inventory = read(
        "Processor Information\n\tType: Central Processor\n\tVersion: Not Specified\n\tCore Count: 4\n"
        "\tStatus: Unpopulated\n");
    BOOST_TEST(inventory.processors.empty());
}

BOOST_AUTO_TEST_CASE(old_tables_of_modules_count_when_there_are_no_devices) {
    const Inventory inventory = read(
        "Memory Module Information\n\tSocket Designation: A0\n\tType: DIMM SDRAM\n\tInstalled Size: 512 MB "
        "(Single-bank Connection)\n\nMemory Module Information\n\tInstalled Size: Not Installed\n");
    BOOST_TEST(inventory.installedBytes().value() == std::int64_t{512} << 20);
    BOOST_TEST(inventory.memorySlots == 2);
}

BOOST_AUTO_TEST_CASE(a_text_without_any_structure_is_refused) {
    const auto nothing = readDmidecode("# dmidecode 3.3\n# No SMBIOS nor DMI entry point found, sorry.\n");
    BOOST_REQUIRE(!nothing);
    BOOST_TEST(nothing.refusal().code() == "report_unknown");
}

BOOST_AUTO_TEST_CASE(a_table_cut_anywhere_is_read_or_refused) {
    for (std::size_t length = 0; length <= laptop.size(); ++length) {
        const auto inventory = readDmidecode(std::string_view(laptop).substr(0, length));
        if (inventory) BOOST_REQUIRE(inventory->modules.size() <= 2);
    }
}

BOOST_AUTO_TEST_SUITE_END()
