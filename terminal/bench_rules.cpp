#include "terminal/bench_rules.h"

#include <algorithm>
#include <cctype>

#include "server/domain/bench_state.h"
#include "server/domain/serials.h"
#include "server/domain/wrong_layout.h"

namespace remise::terminal {

using domain::Value;

namespace {

int doubt(const Value& bench, const Value& unit) {
    if (isBenchOf(bench, unit)) return 0;
    if (isLikelyBenchOf(bench, unit)) return 1;
    if (isOtherSerialThan(bench, unit)) return 5;
    if (isBenchLost(bench)) return 4;
    const std::string model = bench["state"]["machine"].textOr("model");
    return !model.empty() && model == unit.textOr("model") ? 2 : 3;
}

/// Empty where the maker has left a placeholder.
std::string serialOf(const Value& thing) {
    const std::string serial = thing.textOr("serial");
    return domain::isIdentity(serial) ? domain::normaliseSerial(serial) : std::string();
}

/// Letters and digits only: what stands between them differs from keyboard to keyboard.
std::string bare(std::string_view text) {
    std::string bare;
    for (const char c : text)
        if (std::isalnum(static_cast<unsigned char>(c)) != 0)
            bare += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return bare;
}

}  // namespace

bool isBenchOf(const Value& bench, const Value& unit) {
    return bench["unit"].isText() && bench["unit"] == unit["code"];
}

bool isLikelyBenchOf(const Value& bench, const Value& unit) {
    const std::string serial = serialOf(bench["state"]["machine"]);
    return !serial.empty() && serial == serialOf(unit);
}

bool isOtherSerialThan(const Value& bench, const Value& unit) {
    const std::string serial = serialOf(bench["state"]["machine"]), known = serialOf(unit);
    return !serial.empty() && !known.empty() && serial != known;
}

bool isBenchLost(const Value& bench) {
    return domain::isBenchLost(bench["state"], bench.boolOr("silent", false));
}

std::vector<Value> benchesByNeed(std::vector<Value> benches) {
    std::ranges::stable_sort(benches, {}, [](const Value& bench) {
        return domain::benchUrgency(bench["state"], bench.boolOr("silent", false));
    });
    return benches;
}

std::vector<Value> benchesFor(const Value& unit, std::vector<Value> benches) {
    std::erase_if(benches,
                  [&](const Value& bench) { return bench["unit"].isText() && !isBenchOf(bench, unit); });
    std::ranges::stable_sort(benches, {}, [&](const Value& bench) { return doubt(bench, unit); });
    return benches;
}

bool isBenchNamed(const Value& bench, const domain::Scan& scan) {
    const std::string report = bare(bench.textOr("report"));
    auto readings = domain::meantOnAmericanKeyboard(scan.text);
    readings.push_back(scan.text);
    return !report.empty() && std::ranges::any_of(readings, [&](const std::string& reading) {
        return bare(reading).ends_with(report);
    });
}

}  // namespace remise::terminal
