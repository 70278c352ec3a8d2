// The program itself, on folders of outputs and with tools that stand in for those of a machine.
#include <array>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "drivers/reports/read_inventory.h"
#include "tests/support/temporary_folder.h"

using nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::string table =
    "# dmidecode 3.3\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: LENOVO\n"
    "\tProduct Name: 20KFS0AB00\n\tVersion: ThinkPad X280\n\tSerial Number: PC0WXYZ1\n\n"
    "Handle 0x0005, DMI type 17, 40 bytes\nMemory Device\n\tSize: 8 GB\n\tType: DDR4\n";

struct Run {
    int exit = 0;
    std::string text;
    [[nodiscard]] json said() const { return json::parse(text); }
};

Run run(const std::string& words, const std::string& before = "") {
    FILE* pipe =
        popen((before + " '" REMISE_BINARY_DIR "/bin/remise-workbench' inventory " + words).c_str(), "r");
    BOOST_REQUIRE(pipe != nullptr);
    Run run;
    std::array<char, 4096> part{};
    for (std::size_t n = 0; (n = fread(part.data(), 1, part.size(), pipe)) > 0;)
        run.text.append(part.data(), n);
    run.exit = WEXITSTATUS(pclose(pipe));
    return run;
}

void write(const fs::path& path, const std::string& bytes) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
}

std::string bytesOf(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct Folder {
    remise::test::TemporaryFolder folder;
    [[nodiscard]] fs::path operator/(const std::string& name) const { return folder.path() / name; }
    [[nodiscard]] std::string quoted() const { return "'" + folder.path().string() + "'"; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(inventory_test)

BOOST_AUTO_TEST_CASE(a_folder_of_outputs_tells_its_machine) {
    const Folder folder;
    write(folder / "firmware/output", table);
    write(folder / "smartctl.json",
          R"({"json_format_version":[1,0],"device":{"name":"/dev/sda","protocol":"ATA"},
        "model_name":"ST500DM002-1BD142","serial_number":"Z2AYPLNP","user_capacity":{"bytes":500107862016},
        "rotation_rate":7200,"smart_status":{"passed":true}})");
    write(folder / "letter.txt", "Bonjour");
    const Run done = run("--from " + folder.quoted());
    BOOST_TEST(done.exit == 0);
    const json machine = done.said();
    BOOST_TEST(machine["maker"] == "LENOVO");
    BOOST_TEST(machine["model"] == "ThinkPad X280");
    BOOST_TEST(machine["serial"] == "PC0WXYZ1");
    BOOST_TEST(machine["memory_bytes"] == 8589934592);
    BOOST_TEST(machine["cpu"].is_null());
    BOOST_REQUIRE(machine["drives"].size() == 1U);
    const json& drive = machine["drives"][0];
    BOOST_TEST(drive["serial"] == "Z2AYPLNP");
    BOOST_TEST(drive["model"] == "ST500DM002-1BD142");
    BOOST_TEST(drive["bytes"] == 500107862016);
    BOOST_TEST(drive["kind"] == "hdd");
    BOOST_TEST(drive["health"] == "ok");
    BOOST_REQUIRE(machine["notes"].size() == 1U);
    BOOST_TEST(machine["notes"][0]["file"] == "letter.txt");
}

BOOST_AUTO_TEST_CASE(an_empty_folder_tells_nothing_and_a_missing_one_is_named) {
    const Folder folder;
    const Run nothing = run("--from " + folder.quoted());
    BOOST_TEST(nothing.exit == 0);
    BOOST_TEST(nothing.said()["serial"].is_null());
    BOOST_TEST(run("--from /nowhere 2>/dev/null").exit == 3);
    BOOST_TEST(run("--from " + folder.quoted() + " --keep x 2>/dev/null").exit == 2);
}

BOOST_AUTO_TEST_CASE(names_and_bytes_that_are_no_text_do_no_harm) {
    const Folder folder;
    write(folder / "\xFF\xFE.txt", "\xFF\xFE\x80 no text");
    write(folder / "dmidecode.txt", "Handle 0x0001\nSystem Information\n\tManufacturer: \xC3\x28\xFF\n");
    const Run done = run("--from " + folder.quoted());
    BOOST_TEST(done.exit == 0);
    BOOST_TEST(done.said()["notes"].size() == 1U);
}

BOOST_AUTO_TEST_CASE(this_machine_is_asked_and_what_its_tools_say_is_kept) {
    const Folder folder;
    write(folder / "tools/dmidecode", "#!/bin/sh\n/bin/cat <<'END'\n" + table + "END\n");
    fs::permissions(folder / "tools/dmidecode", fs::perms::owner_all);
    const Run done = run(
        "--keep '" + (folder / "kept").string() + "' --bundle '" + (folder / "bundle.json").string() + "'",
        "PATH='" + (folder / "tools").string() + "'");
    BOOST_TEST(done.exit == 0);
    BOOST_TEST(done.said()["serial"] == "PC0WXYZ1");
    BOOST_TEST(bytesOf(folder / "kept/dmidecode.txt") == table);
    const auto machine = remise::drivers::reports::readInventory(bytesOf(folder / "bundle.json"));
    BOOST_REQUIRE(machine);
    BOOST_TEST(machine->serial.value() == "PC0WXYZ1");
}

BOOST_AUTO_TEST_SUITE_END()
