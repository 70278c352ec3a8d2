#include "drivers/reports/device_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "drivers/reports/blancco_report.h"
#include "drivers/reports/json_reader.h"
#include "drivers/reports/phone_reports.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

std::string_view deviceLockName(DeviceLock lock) {
    switch (lock) {
        case DeviceLock::account:
            return "account";
        case DeviceLock::management:
            return "management";
        case DeviceLock::network:
            break;
    }
    return "network";
}

std::optional<bool> DeviceReport::isLocked(DeviceLock lock) const {
    const auto answer =
        std::find_if(locks.begin(), locks.end(), [&](const LockAnswer& one) { return one.lock == lock; });
    return answer == locks.end() ? std::nullopt : std::optional(answer->isSet);
}

domain::Outcome<std::vector<DeviceReport>> readDeviceReports(std::string_view bytes) {
    if (trimmed(bytes).starts_with('<')) return readBlanccoXml(bytes);
    const auto said = readJson(bytes);
    if (!said) return said.refusal();
    if (isBlancco(*said)) return readBlanccoJson(*said);
    if (isM360(*said)) return readM360(*said);
    if (isPhonecheck(*said)) return readPhonecheck(*said);
    return domain::Refusal(domain::refusals::reportUnknown);
}

}  // namespace remise::drivers::reports
