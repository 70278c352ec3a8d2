// Real outputs of the field, and what is known of the machines they come from.
#include <boost/test/unit_test.hpp>
#include <nlohmann/json.hpp>

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
    BOOST_TEST(checked >= 65);
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

BOOST_AUTO_TEST_SUITE_END()
