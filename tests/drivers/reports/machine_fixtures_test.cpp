// Real outputs of the field, and what is known of the machines they come from.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "drivers/reports/bundle.h"
#include "drivers/reports/clean_text.h"
#include "drivers/reports/inventory_json.h"
#include "drivers/reports/machine.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/serials.h"
#include "tests/support/field_files.h"

using namespace remise::drivers::reports;
using namespace remise::tests;
using nlohmann::json;

namespace {

Inventory machineOf(const std::vector<std::string>& paths) {
    std::vector<RawFile> files;
    for (const std::string& path : paths)
        files.push_back({path, readFieldFile(path)});
    return readMachine(files);
}

std::string textIn(const json& object, const char* member) {
    const auto found = object.find(member);
    return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

/// What a serial that is given should come to: nothing for a placeholder.
std::string identity(const std::string& said) {
    return remise::domain::isIdentity(said) ? said : "";
}

/// `truth`: the plain reading of one dmidecode's fields.
void checkAgainstTable(const Inventory& machine, const json& truth) {
    const json& system = truth.at("system");
    BOOST_TEST(machine.serial.value_or("") == identity(textIn(system, "serial")));
    BOOST_TEST(machine.uuid.value_or("") == identity(textIn(system, "uuid")));
    BOOST_TEST(machine.boardSerial.value_or("") == identity(textIn(truth.at("board"), "serial")));
    BOOST_TEST((machine.installedBytes().value_or(0) >> 20) == truth.at("ram").at("total_mib"));
    BOOST_TEST(machine.modules.size() == truth.at("ram").at("modules").size());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(machine_fixtures_test, *boost::unit_test::precondition(fieldFilesGiven))

BOOST_AUTO_TEST_CASE(firmwares_of_seventy_machines_are_read) {
    const json expected = json::parse(readFieldFile("linuxhw-dmi/expected.json"));
    for (const json& file : expected.at("files")) {
        const std::string name = file.at("file");
        BOOST_TEST_CONTEXT(name) checkAgainstTable(machineOf({"linuxhw-dmi/" + name}), file.at("truth"));
    }
}

BOOST_AUTO_TEST_CASE(machines_have_the_names_people_use) {
    const json expected = json::parse(readFieldFile("linuxhw-dmi/expected.json"));
    int checked = 0;
    for (const json& file : expected.at("files")) {
        const Inventory machine = machineOf({"linuxhw-dmi/" + file.at("file").get<std::string>()});
        const std::string known = lowerCase(file.at("probe_model").get<std::string>());
        std::string model = lowerCase(machine.model);
        for (const char* maker : {"hp ", "lenovo "})
            if (model.starts_with(maker)) model.erase(0, std::string(maker).size());
        if (model.empty() || known.find("\\x") != std::string::npos) continue;
        ++checked;
        BOOST_TEST(known.find(model) != std::string::npos, file.at("file") << " is called " << machine.model);
    }
    BOOST_TEST(checked >= 64);  // the others tell no name at all
}

BOOST_AUTO_TEST_CASE(firmwares_of_servers_are_read) {
    const json expected = json::parse(readFieldFile("netbox-agent/expected.json"));
    for (const auto& [name, truth] : expected.at("files").items()) {
        if (!truth.contains("system")) continue;
        BOOST_TEST_CONTEXT(name) checkAgainstTable(machineOf({"netbox-agent/" + name}), truth);
    }
}

BOOST_AUTO_TEST_CASE(firmwares_that_an_agent_reads_are_read_alike) {
    const json expected = json::parse(readFieldFile("glpi-agent/dmidecode/expected.json"));
    for (const auto& [name, agent] : expected.at("files").items()) {
        if (name.starts_with("psu/")) continue;  // parts of tables, about power supplies only
        BOOST_TEST_CONTEXT(name) {
            const Inventory machine = machineOf({"glpi-agent/dmidecode/" + name});
            // The plain reading does not know blanks for tabs nor the oldest spelling; the agent does.
            if (!agent.at("direct").at("system").at("manufacturer").is_null())
                checkAgainstTable(machine, agent.at("direct"));
            const json& bios = agent.at("bios");
            if (!bios.is_object()) continue;
            BOOST_TEST(machine.serial.value_or("") == textIn(bios, "SSN"));
            BOOST_TEST(machine.boardSerial.value_or("") == textIn(bios, "MSN"));
            std::int64_t total = 0;
            for (const json& module : agent.at("memory"))
                if (const std::string size = textIn(module, "CAPACITY"); !size.empty())
                    total += std::stoll(size);
            if (total > 0) BOOST_TEST((machine.installedBytes().value_or(0) >> 20) == total);
        }
    }
}

namespace {

/// Serials of the disks that are part of the machine, by the plain reading of lshw's tree.
std::multiset<std::string> trueDrives(const json& lshw) {
    std::multiset<std::string> serials;
    for (const json& disk : lshw.at("disks")) {
        const std::string words = textIn(disk, "description");
        if (words == "ATA Disk" || words == "NVMe device") serials.insert(textIn(disk, "serial"));
    }
    return serials;
}

std::multiset<std::string> drivesOf(const Inventory& machine) {
    std::multiset<std::string> serials;
    for (const Drive& drive : machine.drives)
        serials.insert(drive.serial.value_or(""));
    return serials;
}

/// Where no module tells its size, what the system sees is all there is to say.
std::int64_t trueMemory(const json& lshw) {
    const std::int64_t modules = lshw.at("ram_modules_total_bytes");
    if (modules > 0) return modules;
    const json& seen = lshw.at("system_memory_node_bytes");
    return seen.is_number() ? seen.get<std::int64_t>() : 0;
}

void checkAgainstTree(const Inventory& machine, const json& lshw) {
    BOOST_TEST(machine.serial.value_or("") == identity(textIn(lshw.at("system"), "serial")));
    BOOST_TEST(machine.boardSerial.value_or("") == identity(textIn(lshw.at("board"), "serial")));
    BOOST_TEST(machine.uuid.value_or("") == identity(textIn(lshw, "uuid")));
    BOOST_TEST(machine.installedBytes().value_or(0) == trueMemory(lshw));
    BOOST_TEST(drivesOf(machine) == trueDrives(lshw), boost::test_tools::per_element());
    BOOST_TEST(machine.macs == lshw.at("macs").get<std::vector<std::string>>(),
               boost::test_tools::per_element());
    BOOST_REQUIRE(machine.processors.size() == lshw.at("cpus").size());
}

}  // namespace

BOOST_AUTO_TEST_CASE(trees_of_a_dozen_machines_are_read) {
    const json expected = json::parse(readFieldFile("ereuse-workbench/expected.json"));
    for (const auto& [name, truth] : expected.at("files").items()) {
        if (!name.ends_with("lshw.json") && name != "pc-laudem.json") continue;
        BOOST_TEST_CONTEXT(name) checkAgainstTree(machineOf({"ereuse-workbench/" + name}), truth.at("lshw"));
    }
}

BOOST_AUTO_TEST_CASE(three_reports_of_one_machine_agree_and_its_disk_shows_up_in_another) {
    const Inventory first = machineOf({"ereuse-workbench/7900.lshw.json"});
    const Inventory erased = machineOf({"ereuse-workbench/erased-i5.lshw.json"});
    const Inventory later = machineOf({"ereuse-workbench/pc-laudem.json"});
    BOOST_TEST(first.drives.size() == 3U);
    for (const Inventory* machine : {&first, &erased, &later}) {
        BOOST_TEST(machine->model == "HP Compaq dc7900 Small Form Factor");
        BOOST_TEST(machine->serial.value() == "CZC901381R");
        BOOST_TEST(drivesOf(*machine).count("6RX7AWEZ") == 1U);
    }
    const Inventory other = machineOf({"ereuse-workbench/ecs-computers.lshw.json"});
    BOOST_TEST(!other.serial.has_value());
    BOOST_TEST(drivesOf(other).count("WD-WCC2ETY84203") == 1U);
    BOOST_TEST(drivesOf(first).count("WD-WCC2ETY84203") == 1U);
}

BOOST_AUTO_TEST_CASE(processors_of_thirty_machines_are_read) {
    const json expected = json::parse(readFieldFile("lscpu/expected.json"));
    for (const json& file : expected.at("files")) {
        const std::string name = file.at("file");
        BOOST_TEST_CONTEXT(name) {
            const Inventory machine = machineOf({"lscpu/" + name});
            BOOST_REQUIRE(machine.notes.empty());
            BOOST_REQUIRE(!machine.processors.empty());
            const Processor& processor = machine.processors[0];
            BOOST_TEST(processor.name == cleanText(textIn(file, "model_name")));
            BOOST_TEST(machine.processors.size() == std::stoul(textIn(file, "sockets")));
            const std::string cores = textIn(file, "cores_per_socket");
            BOOST_TEST(processor.cores.value_or(0) == std::stoi(cores));
            BOOST_TEST(processor.threads.value_or(0) ==
                       std::stoi(cores) * std::stoi(textIn(file, "threads_per_core")));
        }
    }
}

BOOST_AUTO_TEST_CASE(folders_of_a_workshops_own_tool_are_read) {
    const json expected = json::parse(readFieldFile("peracotta/expected.json"));
    int checked = 0;
    for (const json& test : expected.at("tests")) {
        const std::string parser = test.at("parser");
        const json& wanted = test.at("expected");
        if ((parser != "parse_lscpu" && parser != "parse_lspci_and_glxinfo") || !wanted.is_array() ||
            wanted.empty())
            continue;
        BOOST_TEST_CONTEXT(test.at("test")) {
            std::vector<std::string> paths;
            for (const json& input : test.at("inputs"))
                if (const std::string path = input; path.find("glxinfo.txt") == path.npos)
                    paths.push_back("peracotta/" + path);
            const Inventory machine = machineOf(paths);
            const std::string model = textIn(wanted[0], "model");
            if (parser == "parse_lscpu") {
                BOOST_REQUIRE(machine.processors.size() == wanted.size());
                BOOST_TEST(machine.processors[0].cores.value_or(0) == wanted[0].at("core-n"));
                BOOST_TEST(machine.processors[0].threads.value_or(0) == wanted[0].at("thread-n"));
            } else if (!model.empty()) {
                BOOST_REQUIRE(!machine.graphics.empty());
                BOOST_TEST(machine.graphics[0].model.find(model) != std::string::npos,
                           machine.graphics[0].model);
            }
            ++checked;
        }
    }
    BOOST_TEST(checked > 10);
}

namespace {

Inventory machineOfBundle(const std::string& path) {
    return readMachine(unpackBundles({{path, readFieldFile(path)}}));
}

/// What every source that is given in a snapshot says of the drives.
std::multiset<std::string> drivesInSnapshot(const json& truth) {
    std::multiset<std::string> serials;
    if (truth.contains("lshw")) serials = trueDrives(truth.at("lshw"));
    if (!truth.contains("smart")) return serials;
    for (const json& drive : truth.at("smart"))
        if (const std::string serial = textIn(drive, "serial"); !serial.empty() && serials.count(serial) == 0)
            serials.insert(serial);
    return serials;
}

}  // namespace

BOOST_AUTO_TEST_CASE(snapshots_of_three_tools_are_one_machine_each) {
    const json expected = json::parse(readFieldFile("ereuse-snapshots/expected.json"));
    for (const auto& [name, truth] : expected.at("files").items()) {
        if (!name.ends_with(".json")) continue;
        BOOST_TEST_CONTEXT(name) {
            const Inventory machine = machineOfBundle("ereuse-snapshots/" + name);
            for (const Note& note : machine.notes)
                BOOST_TEST((note.why.code() != "other_machine" && note.why.code() != "not_json"), note.file);
            BOOST_TEST(drivesOf(machine) == drivesInSnapshot(truth), boost::test_tools::per_element());
            if (truth.contains("dmidecode"))
                checkAgainstTable(machine, truth.at("dmidecode"));
            else if (truth.contains("lshw"))
                BOOST_TEST(machine.installedBytes().value_or(0) == trueMemory(truth.at("lshw")));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_server_is_read_from_all_that_was_asked_of_it) {
    const Inventory machine =
        machineOf({"ironlib/asrr/e3c246d4i-nl/dmidecode", "ironlib/asrr/e3c246d4i-nl/lshw.json",
                   "netbox-agent/nvme-list.json", "ironlib/utils/hdparm/hdparm-i"});
    for (const Note& note : machine.notes)
        BOOST_TEST_MESSAGE(note.file << ": " << note.why.code());
    BOOST_TEST(drivesOf(machine).count("19FA109SK07N") == 1U);
    BOOST_TEST(machine.notes.empty());
}

BOOST_AUTO_TEST_CASE(every_drive_of_a_rack_is_there_though_its_number_was_masked) {
    std::vector<std::string> paths;
    std::set<std::string> models;
    for (const auto& path : fieldFilesIn("smartctl-json/exporter", ".json"))
        paths.push_back("smartctl-json/exporter/" + path.filename().string());
    const Inventory rack = machineOf(paths);
    BOOST_TEST(rack.notes.empty());
    for (const Drive& drive : rack.drives)
        models.insert(drive.model);
    BOOST_TEST(rack.drives.size() == paths.size());
    BOOST_TEST(models.size() == paths.size());
}

BOOST_AUTO_TEST_CASE(a_file_of_the_field_cut_anywhere_harms_nobody) {
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(fieldFile("."))) {
        constexpr std::uintmax_t largest = 300'000;
        if (!entry.is_regular_file() || entry.file_size() > largest) continue;
        const std::string name = entry.path().filename();
        const std::string bytes =
            readFieldFile(std::filesystem::relative(entry.path(), fieldFile(".")).string());
        // Of long ones not every length, but never the same places in two of them.
        const std::size_t step = std::max<std::size_t>(1, bytes.size() / 11);
        for (std::size_t length = name.size() % step; length < bytes.size(); length += step)
            BOOST_REQUIRE_NO_THROW(
                inventoryJson(readMachine(unpackBundles({{name, bytes.substr(0, length)}}))).dump());
        ++files;
    }
    BOOST_TEST(files > 300);
}

BOOST_AUTO_TEST_SUITE_END()
