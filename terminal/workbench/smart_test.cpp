#include "terminal/workbench/smart_test.h"

#include <algorithm>
#include <thread>
#include <vector>

#include "drivers/disks/find_drives.h"
#include "drivers/reports/drive_health.h"
#include "drivers/reports/smartctl_json.h"
#include "terminal/workbench/run_tool.h"

namespace remise::workbench {
namespace {

using namespace std::chrono_literals;
using drivers::disks::Drive;
using drivers::disks::Transport;
constexpr auto oneAnswer = 20s;

bool isBuiltIn(const Drive& drive) {
    return drive.transport == Transport::ata || drive.transport == Transport::nvme ||
           drive.transport == Transport::scsi;
}

std::string asked(const Drive& drive) {
    return runTool({"smartctl", "--json=c", "-a", drive.path}, oneAnswer).text;
}

/// smartctl tells that a test is under way in these words, of ATA and of NVMe drives.
bool isTesting(const std::string& said) {
    return said.find("\"remaining_percent\"") != said.npos ||
           said.find("Short self-test in progress") != said.npos;
}

bool isFailing(const std::string& said) {
    const auto read = drivers::reports::readSmartctlJson(said);
    return read && std::ranges::any_of(*read, [](const auto& drive) {
               return healthOf(drive.self) == drivers::reports::DriveHealth::failing;
           });
}

}  // namespace

SmartFinding testDrives(std::chrono::milliseconds patience, const std::filesystem::path& sys,
                        const std::function<bool()>& shallStop) {
    drivers::disks::Look look;
    look.kernel.sys = sys;
    std::vector<Drive> drives = findDrives(look);
    std::erase_if(drives, [](const Drive& drive) { return !isBuiltIn(drive); });
    for (const Drive& drive : drives)
        runTool({"smartctl", "-t", "short", drive.path}, oneAnswer);
    SmartFinding found;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (const Drive& drive : drives) {
        std::string said = asked(drive);
        while (isTesting(said) && std::chrono::steady_clock::now() < deadline && !shallStop()) {
            std::this_thread::sleep_for(2s);
            said = asked(drive);
        }
        ++found.drives;
        if (isFailing(said)) found.failing += (found.failing.empty() ? "" : " ") + drive.name;
    }
    return found;
}

}  // namespace remise::workbench
