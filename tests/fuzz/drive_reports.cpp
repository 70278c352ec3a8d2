// Any bytes at all as what a tool says of drives and batteries: read or refused by each parser, sizes and
// serials within what they promise.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "drivers/reports/drive_health.h"
#include "drivers/reports/hdparm.h"
#include "drivers/reports/lsblk.h"
#include "drivers/reports/nvme.h"
#include "drivers/reports/power_supply.h"
#include "drivers/reports/smartctl_json.h"
#include "drivers/reports/smartctl_text.h"
#include "server/domain/serials.h"

using namespace remise::drivers::reports;

namespace {

void check(bool holds) {
    if (!holds) std::abort();
}

void checkDrive(const Drive& drive) {
    check(!drive.serial || remise::domain::isIdentity(*drive.serial));
    check(!drive.bytes || *drive.bytes >= 0);
    // A drive that says it fails is never called well, whatever else it says.
    if (!drive.self.passed.value_or(true)) check(healthOf(drive.self) == DriveHealth::failing);
}

void checkDrives(const remise::domain::Outcome<std::vector<Drive>>& drives) {
    if (!drives) return;
    for (const Drive& drive : *drives)
        checkDrive(drive);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    checkDrives(readSmartctlJson(text));
    checkDrives(readNvmeList(text));
    for (const auto& drive : {readSmartctlText(text), readHdparm(text), readNvmeController(text)})
        if (drive) checkDrive(*drive);
    if (const auto self = readNvmeSmartLog(text)) check(healthOf(*self) != DriveHealth::unknown);
    if (const auto devices = readLsblk(text))
        for (const Drive& drive : devices->drives)
            checkDrive(drive);
    for (const Battery& battery : readPowerSupplies(text))
        check(battery.healthPercent().value_or(0) <= 100);
    return 0;
}
