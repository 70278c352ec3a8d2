#include <algorithm>
#include <nlohmann/json.hpp>

#include "drivers/reports/read_inventory.h"
#include "tests/bench/bench.h"

namespace remise::bench {
namespace {

using nlohmann::json;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// A firmware's table as long as those of the field: some ninety structures with their lists.
std::string firmwareTable() {
    std::string table =
        "# dmidecode 3.4\n\nHandle 0x0001, DMI type 1, 27 bytes\nSystem Information\n\tManufacturer: LENOVO\n"
        "\tProduct Name: 20KFS0AB00\n\tVersion: ThinkPad X280\n\tSerial Number: PC0WXYZ1\n\n";
    for (int i = 2; i < 80; ++i) {
        table +=
            "Handle 0x" + std::to_string(1000 + i) + ", DMI type 8, 9 bytes\nPort Connector Information\n";
        table += "\tExternal Reference Designator: USB" + std::to_string(i) + "\n\tCharacteristics:\n";
        for (int line = 0; line < 8; ++line)
            table += "\t\tHot-swappable devices are supported\n";
    }
    for (int i = 0; i < 2; ++i)
        table += "\nHandle 0x" + std::to_string(2000 + i) +
                 ", DMI type 17, 40 bytes\nMemory Device\n\tSize: 8 GB\n\tType: DDR4\n";
    return table;
}

/// A part of the machine as lshw writes it, with a dozen capabilities.
json part(const std::string& id, const std::string& kind) {
    json capabilities;
    for (int i = 0; i < 12; ++i)
        capabilities["capability" + std::to_string(i)] = "What this part can do, in a few words";
    return {{"id", id},
            {"class", kind},
            {"claimed", true},
            {"description", "A part of the machine"},
            {"product", "Sunrise Point-LP PCI Express Root Port"},
            {"vendor", "Intel Corporation"},
            {"businfo", "pci@0000:00:1c.0"},
            {"configuration", {{"driver", "pcieport"}, {"latency", "0"}}},
            {"capabilities", capabilities}};
}

json partsTree(int parts) {
    json root = part("host", "system");
    root["product"] = "20KFS0AB00";
    root["serial"] = "PC0WXYZ1";
    json bus = part("core", "bus");
    for (int i = 0; i < parts; ++i)
        bus["children"].push_back(part("pci:" + std::to_string(i), "bridge"));
    root["children"] = json::array({bus});
    return root;
}

json driveReport(int number) {
    json report{
        {"json_format_version", {1, 0}},
        {"device",
         {{"name", "/dev/sd" + std::string(1, static_cast<char>('a' + number))}, {"protocol", "ATA"}}},
        {"model_name", "ST500DM002-1BD142"},
        {"serial_number", "Z2AYPLN" + std::to_string(number)},
        {"smart_status", {{"passed", true}}}};
    json rows;
    for (int i = 1; i < 25; ++i)
        rows.push_back({{"id", i},
                        {"name", "Reallocated_Sector_Ct"},
                        {"value", 100},
                        {"worst", 100},
                        {"thresh", 36},
                        {"when_failed", ""},
                        {"flags", {{"value", 51}, {"string", "PO--CK "}, {"prefailure", true}}},
                        {"raw", {{"value", 0}, {"string", "0"}}}});
    report["ata_smart_attributes"]["table"] = rows;
    return report;
}

std::string bundle() {
    return json{{"format", "remise-inventory-1"},
                {"files",
                 {{"dmidecode.txt", firmwareTable()},
                  {"lshw.json", partsTree(60).dump(2)},
                  {"lscpu.txt",
                   "Architecture: x86_64\nCPU(s): 8\nSocket(s): 1\nCore(s) per socket: 4\n"
                   "Model name: Intel(R) Core(TM) i5-8350U CPU @ 1.70GHz\n"},
                  {"smartctl-sda.json", driveReport(0).dump(2)},
                  {"smartctl-sdb.json", driveReport(1).dump(2)}}}}
        .dump();
}

/// The largest that we have seen of eReuse's Workbench was 280 kB.
std::string snapshot() {
    return json{{"type", "Snapshot"},
                {"software", "Workbench"},
                {"data",
                 {{"dmidecode", firmwareTable()},
                  {"lshw", partsTree(194)},
                  {"smart", {driveReport(0), driveReport(1)}}}}}
        .dump(1);
}

/// Of 101 runs the one in the middle.
template <typename Work>
double middleOf(const Work& work) {
    std::vector<double> runs;
    for (int run = 0; run < 101; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        runs.push_back(Milliseconds(std::chrono::steady_clock::now() - start).count());
    }
    std::ranges::nth_element(runs, runs.begin() + 50);
    return runs[50];
}

std::vector<Figure> figuresOf(const std::string& name, const std::string& text) {
    const double whole = middleOf([&] {
        const auto machine = drivers::reports::readInventory(text);
        if (!machine || machine->drives.size() != 2) throw std::logic_error("the inventory was not read");
    });
    const double alone = middleOf([&] {
        if (json::parse(text).empty()) throw std::logic_error("not read");
    });
    return {{name, whole, 5, "ms", "the most we want, of " + std::to_string(text.size() / 1000) + " kB"},
            {name + "_over_json", whole, alone, "ms", "its JSON parsed by the library and not read"}};
}

}  // namespace

/// From its bytes to the machine: what the live image sends of a laptop with two drives, and a long snapshot.
std::vector<Figure> measureInventoryParsing() {
    auto figures = figuresOf("inventory", bundle());
    std::ranges::move(figuresOf("inventory_snapshot", snapshot()), std::back_inserter(figures));
    return figures;
}

}  // namespace remise::bench
