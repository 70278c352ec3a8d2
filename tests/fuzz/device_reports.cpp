// Any bytes at all as another tool's report of a device: read or refused, with identities that are some.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "drivers/reports/device_report.h"
#include "server/domain/identifiers.h"
#include "server/domain/serials.h"

using namespace remise::drivers::reports;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto reports = readDeviceReports({reinterpret_cast<const char*>(data), size});
    if (!reports) return 0;
    if (reports->empty()) std::abort();
    for (const DeviceReport& report : *reports) {
        if (report.serial && !remise::domain::isIdentity(*report.serial)) std::abort();
        if (report.batteryPercent.value_or(1) < 1 || report.batteryPercent.value_or(1) > 100) std::abort();
        for (const std::string& imei : report.imeis)
            if (!remise::domain::isImei(imei)) std::abort();
        // "Yes" is Phonecheck's word, the other Blancco's; nothing else is ever a success.
        for (const ToolErasure& erasure : report.erasures)
            if (erasure.outcome == ErasureOutcome::erased && erasure.said.empty()) std::abort();
    }
    return 0;
}
