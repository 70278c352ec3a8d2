#pragma once

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

/// The outputs of several tools about one machine, as gathered in a folder or a bundle.
namespace remise::drivers::reports {

struct RawFile {
    std::string name;  ///< "smartctl-sda.json", with folders: "disks/smartctl.txt"
    std::string bytes;
    /// What its JSON was, where it stood as such within another file; `bytes` is empty then.
    std::shared_ptr<const nlohmann::json> said = nullptr;
};

/// Whose output it is, in the order in which they are believed: of two that tell of one drive, the one that
/// asked the drive itself comes first.
enum class RawKind {
    lscpu,
    powerSupply,  ///< before the firmware, which does not know what is left of a battery
    dmidecode,
    smartctlJson,
    smartctlText,
    hdparm,
    nvmeController,
    nvmeSmartLog,
    nvmeList,
    lshw,
    lsblk,
    lspci,
    edid,
    agent,  ///< an inventory of its own: GLPI's JSON, FusionInventory's XML
    tpm,
    bundle,  ///< several files in one (bundle.h): to be unpacked before
    empty,
    unknown
};

/// By what the file says; its name only where that says too little.
[[nodiscard]] RawKind rawKindOf(const RawFile&);

/// What one file says of the machine; for `dmidecode` and `powerSupply` the parts in one. Refuses what its
/// parser refuses.
[[nodiscard]] domain::Outcome<Inventory> readRaw(RawKind, const RawFile&);

/// The device in a file's name, for tools that do not say whom they asked: sda of "hdparm-sda.txt"; empty
/// without one.
[[nodiscard]] std::string deviceInName(const std::string& fileName);

}  // namespace remise::drivers::reports
