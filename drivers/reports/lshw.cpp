#include "drivers/reports/lshw.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "drivers/reports/chassis.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/lshw_drives.h"
#include "drivers/reports/lshw_nodes.h"
#include "drivers/reports/mac.h"
#include "drivers/reports/machine_names.h"
#include "drivers/reports/memory_words.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using nlohmann::json;

namespace {

constexpr std::int64_t mostBytes = std::int64_t{1} << 60;

std::optional<int> small(const json& object, const char* member, std::int64_t most) {
    const auto count = countOf(object, member, most);
    return count ? std::optional(static_cast<int>(*count)) : std::nullopt;
}

/// "20HRCTO1WW (LENOVO_MT_20HR)": the maker's number for what can be ordered stands behind the name.
std::string productName(const json& said) {
    std::string product = textOf(said, "product");
    const std::string sku = textOf(partOf(said, "configuration"), "sku");
    if (const std::string tail = " (" + sku + ")"; !sku.empty() && product.ends_with(tail))
        product.erase(product.size() - tail.size());
    return nameIn(product);
}

class Reader {
public:
    void read(const LshwNode& node) {
        const std::string type = node.type();
        m_sawClass = m_sawClass || !type.empty();
        if (type == "system" && m_names.product.empty() && m_names.maker.empty()) readSystem(node.said);
        if (type == "bus" && node.id() == "core") readBoard(node.said);
        if (type == "processor") readProcessor(node.said);
        if (type == "memory") readMemory(node);
        if (type == "network") readNetwork(node.said);
        if (type == "display") readGraphics(node.said);
        if (type == "power" || type == "battery") readBattery(node);
        addLshwDrive(m_inventory, node);
    }

    [[nodiscard]] bool sawClass() const { return m_sawClass; }

    Inventory inventory() && {
        const MachineName name = machineNameOf(m_names);
        m_inventory.maker = name.maker;
        m_inventory.model = name.model;
        m_inventory.product = name.product;
        std::sort(m_inventory.macs.begin(), m_inventory.macs.end());
        m_inventory.macs.erase(std::unique(m_inventory.macs.begin(), m_inventory.macs.end()),
                               m_inventory.macs.end());
        return std::move(m_inventory);
    }

private:
    void readSystem(const json& said) {
        m_names.maker = nameOf(said, "vendor");
        m_names.product = productName(said);
        m_names.version = nameOf(said, "version");
        m_inventory.serial = identityOf(said, "serial");
        const json& configuration = partOf(said, "configuration");
        m_inventory.uuid = identityOf(configuration, "uuid");
        m_inventory.chassis = nameOf(configuration, "chassis");
        m_inventory.category = categoryOfChassis(m_inventory.chassis);
        if (textOf(configuration, "power-on_password") == "enabled")
            m_inventory.locks.push_back(Lock::powerOnPassword);
        if (textOf(configuration, "administrator_password") == "enabled")
            m_inventory.locks.push_back(Lock::administratorPassword);
    }

    void readBoard(const json& said) {
        if (!m_names.boardMaker.empty() || !m_names.boardProduct.empty()) return;
        m_names.boardMaker = nameOf(said, "vendor");
        m_names.boardProduct = nameOf(said, "product");
        m_inventory.boardSerial = identityOf(said, "serial");
    }

    /// The threads of one have entries too, without a name.
    void readProcessor(const json& said) {
        Processor processor;
        processor.name = nameOf(said, "product");
        if (processor.name.empty() || flagOf(said, "disabled")) return;
        processor.maker = nameOf(said, "vendor");
        const json& configuration = partOf(said, "configuration");
        processor.cores = small(configuration, "cores", 4096);
        processor.threads = small(configuration, "threads", 8192);
        constexpr std::int64_t most = 100'000'000'000;
        auto hertz = countOf(said, "capacity", most);
        if (!hertz) hertz = countOf(said, "size", most);
        if (hertz) processor.megahertz = static_cast<int>(*hertz / 1'000'000);
        m_inventory.processors.push_back(std::move(processor));
    }

    void readMemory(const LshwNode& node) {
        const std::string id = node.id();
        if (id == "firmware") return readFirmware(node);
        const auto bytes =
            textOf(node.said, "units") == "bytes" ? countOf(node.said, "size", mostBytes) : std::nullopt;
        if (id == "memory" && lowerCase(textOf(node.said, "description")) == "system memory")
            m_inventory.memoryBytes = bytes;
        const std::string words = textOf(node.said, "description");
        if (id != "bank" || node.inFlash || isFirmwareFlash(words)) return;
        ++m_inventory.memorySlots;
        if (bytes)
            m_inventory.modules.push_back({*bytes, memoryTypeIn(words), memorySpeedIn(words),
                                           moduleMaker(nameOf(node.said, "vendor")),
                                           m_inventory.memorySlots});
    }

    void readFirmware(const LshwNode& node) {
        m_inventory.firmware = nameOf(node.said, "version");
        const std::string date = nameOf(node.said, "date");
        if (!m_inventory.firmware.empty() && !date.empty()) m_inventory.firmware += " (" + date + ")";
        if (partOf(node.said, "capabilities").is_object()) m_inventory.uefi = node.has("uefi");
    }

    void readNetwork(const json& said) {
        constexpr std::array unreal{"bridge", "veth", "tun", "dummy", "bonding", "macvlan", "wireguard"};
        const std::string driver = textOf(partOf(said, "configuration"), "driver");
        if (std::find(unreal.begin(), unreal.end(), driver) != unreal.end()) return;
        if (const auto mac = macIn(textOf(said, "serial"))) m_inventory.macs.push_back(*mac);
    }

    /// Some have a second function under the same name, which is the same part.
    void readGraphics(const json& said) {
        Graphics graphics{nameOf(said, "vendor"), nameOf(said, "product")};
        const bool isKnown =
            std::any_of(m_inventory.graphics.begin(), m_inventory.graphics.end(), [&](const Graphics& known) {
                return known.maker == graphics.maker && known.model == graphics.model;
            });
        const bool isSecond = lowerCase(textOf(said, "description")) == "display controller";
        if (!graphics.model.empty() && !(isKnown && isSecond)) m_inventory.graphics.push_back(graphics);
    }

    void readBattery(const LshwNode& node) {
        const bool isBattery =
            node.id() == "battery" ||
            lowerCase(textOf(node.said, "description")).find("battery") != std::string::npos;
        if (!isBattery) return;
        Battery battery;
        battery.name = nameOf(node.said, "product");
        battery.maker = nameOf(node.said, "vendor");
        battery.serial = identityOf(node.said, "serial");
        if (textOf(node.said, "units") == "mWh")
            battery.designMwh = countOf(node.said, "capacity", 10'000'000);
        if (!battery.name.empty() || battery.serial) m_inventory.batteries.push_back(std::move(battery));
    }

    Inventory m_inventory;
    SaidNames m_names;
    bool m_sawClass = false;
};

/// Before 2.19, `-class disk` printed a list without its brackets.
domain::Outcome<json> readTrees(std::string_view text) {
    auto said = readJson(text);
    text = trimmed(text);
    if (said || !text.starts_with('{')) return said;
    if (text.ends_with(',')) text.remove_suffix(1);
    auto list = readJson("[" + std::string(text) + "]");
    return list ? list : said;
}

}  // namespace

domain::Outcome<Inventory> readLshw(std::string_view text) {
    const auto said = readTrees(text);
    return said ? inventoryOfLshw(*said) : said.refusal();
}

domain::Outcome<Inventory> inventoryOfLshw(const json& said) {
    Reader reader;
    const auto read = [&](const LshwNode& node) { reader.read(node); };
    if (said.is_array())
        for (const json& root : said)
            forEachNode(root, read);
    else
        forEachNode(said, read);
    if (!reader.sawClass()) return domain::Refusal(domain::refusals::reportLacks, {{"field", "class"}});
    return std::move(reader).inventory();
}

}  // namespace remise::drivers::reports
