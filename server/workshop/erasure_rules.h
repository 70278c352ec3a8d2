#pragma once

#include <string_view>

#include "server/workshop/erasure_report.h"

/// When a drive is certified (docs/erasure.md). Pure.
namespace remise::workshop {

/// Empty when the report proves that this drive is erased; else the word of what is missing: not_erased,
/// level_not_reached, hidden_area_left, hidden_area_unknown, not_verified, verified_before_writing,
/// verification_failed, bad_sectors, not_whole, sample_too_weak, no_method.
std::string_view whyNotCertified(const ReportedDrive&);

}  // namespace remise::workshop
