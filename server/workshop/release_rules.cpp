#include "server/workshop/release_rules.h"

#include <algorithm>

#include "drivers/reports/text_lines.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/domain/unit_state.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::DeviceLock;
using drivers::reports::DeviceReport;
using drivers::reports::ErasureOutcome;
using drivers::reports::ToolErasure;

namespace {

Refusal because(const char* fr, const char* en) {
    return Refusal(refusals::notReleased, {}, {{"why", Words{fr, en}}});
}

/// "Blancco Mobile Diagnostics and Erasure" is Blancco's.
bool isAccepted(const std::string& tool, std::string_view tools) {
    bool isNamed = false;
    forEachWord(tools, [&](std::string_view name) {
        isNamed = isNamed || drivers::reports::lowerCase(tool).starts_with(name);
    });
    return isNamed;
}

bool isOfUnit(const DeviceReport& report, const Value& unitState) {
    const std::string serial = normaliseSerial(unitState.textOr("serial")),
                      imei = unitState["hardware"].textOr("imei");
    if (report.serial && isIdentity(*report.serial) && normaliseSerial(*report.serial) == serial) return true;
    return !imei.empty() && std::ranges::find(report.imeis, imei) != report.imeis.end();
}

}  // namespace

std::optional<ToolErasure> erasureOfDevice(const DeviceReport& report) {
    if (report.erasures.empty()) return {};
    // Of several the worst counts: a device is erased when all of it is.
    const auto bad = std::ranges::find_if(report.erasures, [](const ToolErasure& erasure) {
        return erasure.outcome != ErasureOutcome::erased;
    });
    return bad == report.erasures.end() ? report.erasures.front() : *bad;
}

std::string memoryOf(const Value& unitState, const DeviceReport& report) {
    std::vector<std::string> numbers = report.imeis;
    if (report.serial) numbers.push_back(*report.serial);
    const Value& drives = unitState["drives"];
    if (drives.isObject())
        for (const auto& [code, drive] : drives.object()) {
            const std::string serial = normaliseSerial(drive.textOr("serial"));
            const bool isIts = std::ranges::any_of(
                numbers, [&](const std::string& number) { return normaliseSerial(number) == serial; });
            if (isIts && !serial.empty() && mayBeErased(drive.textOr("status"))) return code;
        }
    return "";
}

Verdict checkRelease(const DeviceReport& report, const Value& unitState, std::string_view tools) {
    if (!containsWord("phone tablet", unitState.textOr("category")))
        return because("ce n'est ni un téléphone ni une tablette", "it is no phone and no tablet");
    if (!isAccepted(report.tool, tools))
        return because("la règle du site n'accepte pas cet outil",
                       "the site's rule does not accept this tool");
    if (!report.isSigned) return because("le rapport n'est pas signé", "the report is not signed");
    if (!isOfUnit(report, unitState))
        return because("le rapport est celui d'un autre appareil", "the report is another device's");
    const auto erasure = erasureOfDevice(report);
    if (!erasure || erasure->outcome != ErasureOutcome::erased)
        return because("le rapport ne dit pas que l'appareil est effacé",
                       "the report does not say that the device is erased");
    if (!report.isLocked(DeviceLock::account))
        return because("le rapport ne dit pas si un compte est encore sur l'appareil",
                       "the report does not say whether an account is still on the device");
    if (*report.isLocked(DeviceLock::account) || report.isLocked(DeviceLock::management).value_or(false))
        return because("un compte est encore sur l'appareil", "an account is still on the device");
    if (memoryOf(unitState, report).empty())
        return because("rien ne reste à effacer", "nothing is left to erase");
    return {};
}

}  // namespace remise::workshop
