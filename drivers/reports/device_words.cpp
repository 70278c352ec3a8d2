#include "drivers/reports/device_words.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "drivers/reports/json_reader.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/identifiers.h"

namespace remise::drivers::reports {

using nlohmann::json;

std::optional<bool> answerIn(std::string_view words) {
    constexpr std::array yes{"yes", "on", "locked", "enabled", "true"};
    constexpr std::array no{"no", "off", "unlocked", "disabled", "false"};
    const std::string word = lowerCase(trimmed(words));
    if (std::find(yes.begin(), yes.end(), word) != yes.end()) return true;
    return std::find(no.begin(), no.end(), word) != no.end() ? std::optional(false) : std::nullopt;
}

void addLock(DeviceReport& report, DeviceLock lock, const json& object, const char* member) {
    const auto truth = truthOf(object, member);
    if (const auto answer = truth ? truth : answerIn(textOf(object, member)))
        report.locks.push_back({lock, *answer});
}

void addImei(DeviceReport& report, const json& object, const char* member) {
    const std::string imei = textOf(object, member);
    const bool isKnown = std::find(report.imeis.begin(), report.imeis.end(), imei) != report.imeis.end();
    if (domain::isImei(imei) && !isKnown) report.imeis.push_back(imei);
}

std::optional<int> percentOf(const json& object, const char* member) {
    return smallNumber(textOf(object, member), 100);
}

}  // namespace remise::drivers::reports
