#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "drivers/reports/nwipe_log.h"
#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

/// What other people's tools say of a device that they erased or tested: phones most of all. Evidence, never
/// proof. Empty text and missing answers mean "not said". All text went through cleanText.
namespace remise::drivers::reports {

/// What keeps a next owner out: an owner's account (Find My, factory reset protection), a company's
/// management, a network's lock.
enum class DeviceLock { account, management, network };
[[nodiscard]] std::string_view deviceLockName(DeviceLock);

struct LockAnswer {
    DeviceLock lock = DeviceLock::account;
    bool isSet = true;
};

/// One erasure of the device, or of a drive in it.
struct ToolErasure {
    ErasureOutcome outcome = ErasureOutcome::failed;
    std::string said;  ///< the tool's own word for it
    std::string method;
    std::string model;                  ///< of the drive
    std::optional<std::string> serial;  ///< of the drive
    std::optional<std::int64_t> bytes;
};

struct DeviceReport {
    std::string tool;  ///< Blancco, Phonecheck, M360
    std::string toolVersion;
    std::string id;         ///< the tool's own number for this report
    bool isSigned = false;  ///< carries a signature, which is not checked here
    std::string maker;
    std::string model;
    std::optional<std::string> serial;
    std::vector<std::string> imeis;
    std::vector<LockAnswer> locks;
    std::vector<DeviceTest> tests;
    std::optional<int> batteryPercent;  ///< of the design capacity that is left
    std::string grade;                  ///< the tool's or its user's own scale
    std::vector<ToolErasure> erasures;

    /// Whether a lock is set, clear, or was not looked at.
    [[nodiscard]] std::optional<bool> isLocked(DeviceLock) const;
};

/// Reads a report, or a list of them, in whichever of the known formats. Refuses report_unknown, or what its
/// parser refuses.
[[nodiscard]] domain::Outcome<std::vector<DeviceReport>> readDeviceReports(std::string_view bytes);

}  // namespace remise::drivers::reports
