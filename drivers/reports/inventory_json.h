#pragma once

#include <nlohmann/json_fwd.hpp>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// The machine as JSON, for people and other programs; null where nothing is known.
/// `maker`, `model`, `product`, `serial`, `uuid`, `board_serial`, `asset_tag`, `category`, `chassis`,
/// `firmware`, `uefi`, `tpm`, `locks` (words), `memory_bytes`, `memory_slots`, `modules`, `cpu` (the first
/// one's name), `processors`, `drives` (`device`, `maker`, `model`, `serial`, `firmware`, `bytes`, `kind`,
/// `health`, `locked`, `hours`), `media`, `graphics`, `screens`, `batteries`, `macs`, `imeis`, `notes`
/// (`file`, `code`, `message`).
[[nodiscard]] nlohmann::ordered_json inventoryJson(const Inventory&);

}  // namespace remise::drivers::reports
