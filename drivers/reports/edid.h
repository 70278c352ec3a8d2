#pragma once

#include <string>
#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// A screen's own description, as bytes (VESA E-EDID 1.3 and 1.4, at least the first block of 128). What it
/// cannot say is left empty: sizes that are no sizes but a shape (160 × 90), numbers that all screens share.
/// Refuses report_field when it is none or damaged.
domain::Outcome<Screen> readEdid(std::string_view bytes);

/// The name that people know a maker of screens by, "Dell" for DEL; the three letters when it is not known.
[[nodiscard]] std::string screenMakerNamed(std::string_view threeLetters);

}  // namespace remise::drivers::reports
