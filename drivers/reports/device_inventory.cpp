#include "drivers/reports/device_inventory.h"

#include <algorithm>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

/// An erasure of a phone names no drive of its own.
bool namesDrive(const ToolErasure& erasure) {
    return erasure.serial || !erasure.model.empty();
}

Drive driveOf(const ToolErasure& erasure) {
    Drive drive;
    drive.model = erasure.model;
    drive.serial = erasure.serial;
    drive.bytes = erasure.bytes;
    drive.kind = driveKindNamed("", "", lowerCase(erasure.model));
    return drive;
}

/// The memory of a phone or tablet is soldered in and bears the device's own number. A report that tells of
/// an IMEI, or of an erasure that names no drive, is of such a device.
std::optional<Drive> memoryOf(const DeviceReport& report) {
    const bool isDevice = !report.imeis.empty() ||
                          (!report.erasures.empty() && std::ranges::none_of(report.erasures, namesDrive));
    if (!isDevice || (report.imeis.empty() && !report.serial)) return {};
    Drive drive;
    drive.model = report.model;
    drive.serial = report.imeis.empty() ? *report.serial : report.imeis.front();
    return drive;
}

Lock lockOf(DeviceLock lock) {
    switch (lock) {
        case DeviceLock::account:
            return Lock::ownerAccount;
        case DeviceLock::management:
            return Lock::management;
        case DeviceLock::network:
            break;
    }
    return Lock::network;
}

}  // namespace

Inventory inventoryOf(const DeviceReport& report) {
    Inventory inventory;
    inventory.deviceId = report.id;
    inventory.maker = report.maker;
    inventory.model = report.model;
    inventory.serial = report.serial;
    inventory.imeis = report.imeis;
    if (!report.imeis.empty()) inventory.category = "phone";
    for (const LockAnswer& answer : report.locks)
        if (answer.isSet) inventory.locks.push_back(lockOf(answer.lock));
    inventory.batteryPercent = report.batteryPercent;
    inventory.tool = report.tool;
    inventory.tests = report.tests;
    for (const ToolErasure& erasure : report.erasures)
        if (namesDrive(erasure)) inventory.drives.push_back(driveOf(erasure));
    if (auto memory = memoryOf(report)) inventory.drives.push_back(std::move(*memory));
    return inventory;
}

domain::Outcome<Inventory> readDeviceInventory(std::string_view bytes) {
    const auto reports = readDeviceReports(bytes);
    if (!reports) return reports.refusal();
    if (reports->size() != 1) return domain::Refusal(domain::refusals::reportField, {{"field", "[ ]"}});
    return inventoryOf(reports->front());
}

}  // namespace remise::drivers::reports
