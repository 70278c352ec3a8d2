#pragma once

#include <optional>
#include <string_view>

#include "drivers/reports/report.h"

/// What names alone tell, where a tool does not say it. All texts in small letters.
namespace remise::drivers::reports {

/// `words`: type and bus as said; `device`: sda, nvme0n1. `other` when nothing tells.
[[nodiscard]] DriveKind driveKindNamed(std::string_view device, std::string_view words,
                                       std::string_view model);

/// A disc's drive or a card's reader, by the name it has.
[[nodiscard]] std::optional<MediumKind> mediumNamed(std::string_view model);

}  // namespace remise::drivers::reports
