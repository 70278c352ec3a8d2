#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// The graphics cards among what `lspci` lists, with or without `-v`, `-nn` and domains. A second function of
/// the same name is the same card.
[[nodiscard]] std::vector<Graphics> readLspci(std::string_view text);

/// Whether a text's line begins as lspci's do: "00:02.0 VGA…".
[[nodiscard]] bool isLspci(std::string_view text);

}  // namespace remise::drivers::reports
