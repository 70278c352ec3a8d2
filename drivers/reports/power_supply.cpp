#include "drivers/reports/power_supply.h"

#include <map>
#include <string>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

/// What the kernel says of one supply, names without POWER_SUPPLY_. Energy in µWh, charge in µAh, voltage in
/// µV.
using Supply = std::map<std::string, std::string_view, std::less<>>;

constexpr std::string_view prefix = "POWER_SUPPLY_";

std::string_view wordIn(const Supply& supply, std::string_view name) {
    const auto found = supply.find(name);
    return found == supply.end() ? std::string_view() : found->second;
}

/// Above 0, and below what no battery that is carried has: 1000 Wh, 1000 Ah or 1000 V.
std::optional<std::int64_t> countIn(const Supply& supply, std::string_view name) {
    constexpr std::int64_t unlikely = 1'000'000'000;
    const auto count = wholeNumber(wordIn(supply, name));
    return count && *count > 0 && *count < unlikely ? count : std::nullopt;
}

/// Batteries that count charge are converted at the voltage they are made for, design and rest alike, so that
/// their ratio stays.
std::optional<std::int64_t> milliwattHours(const Supply& supply, const std::string& what) {
    if (const auto energy = countIn(supply, "ENERGY_" + what)) return *energy / 1000;
    const auto charge = countIn(supply, "CHARGE_" + what);
    const auto voltage = countIn(supply, "VOLTAGE_MIN_DESIGN");
    if (!charge || !voltage) return {};
    return *charge / 1000 * (*voltage / 1000) / 1000;
}

/// Old kernels tell no TYPE in a uevent; what only batteries have does.
bool isBattery(const Supply& supply) {
    const std::string_view type = wordIn(supply, "TYPE");
    const bool isTold = type == "Battery" || (type.empty() && !wordIn(supply, "TECHNOLOGY").empty());
    return isTold && wordIn(supply, "PRESENT") != "0" && wordIn(supply, "SCOPE") != "Device";
}

Battery batteryOf(const Supply& supply) {
    Battery battery;
    battery.name = nameIn(wordIn(supply, "MODEL_NAME"));
    if (battery.name.empty()) battery.name = nameIn(wordIn(supply, "NAME"));
    battery.maker = nameIn(wordIn(supply, "MANUFACTURER"));
    battery.chemistry = nameIn(wordIn(supply, "TECHNOLOGY"));
    battery.serial = identityIn(wordIn(supply, "SERIAL_NUMBER"));
    battery.designMwh = milliwattHours(supply, "FULL_DESIGN");
    battery.fullMwh = milliwattHours(supply, "FULL");
    return battery;
}

}  // namespace

std::vector<Battery> readPowerSupplies(std::string_view text) {
    std::vector<Battery> batteries;
    Supply supply;
    const auto close = [&] {
        if (isBattery(supply)) batteries.push_back(batteryOf(supply));
        supply.clear();
    };
    for (const std::string_view line : linesOf(text)) {
        const auto equals = line.find('=');
        if (equals == std::string_view::npos || !line.starts_with(prefix)) continue;
        const std::string name(line.substr(prefix.size(), equals - prefix.size()));
        if (name == "NAME") close();  // the first thing said of each
        supply[name] = trimmed(line.substr(equals + 1));
    }
    close();
    return batteries;
}

}  // namespace remise::drivers::reports
