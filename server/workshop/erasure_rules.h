#pragma once

#include <string_view>

#include "server/domain/value.h"
#include "server/workshop/erasure_report.h"

/// When a drive is certified (docs/erasure.md). Pure.
namespace remise::workshop {

/// Empty when the report proves that this drive is erased; else the word of what is missing: not_erased,
/// level_not_reached, hidden_area_left, hidden_area_unknown, not_verified, verified_before_writing,
/// verification_failed, bad_sectors, not_whole, sample_too_weak, no_method.
std::string_view whyNotCertified(const ReportedDrive&);

/// Empty when this second reading, which wrote nothing, has found all of the drive erased; else the word of
/// what is missing: not_verified, verification_failed, bad_sectors, not_whole.
std::string_view whyNotChecked(const ReportedDrive&);

/// Empty when the drive that was erased can be the one that is known by its serial; else `other_drive`: docks
/// and makers give one serial to several, which differ by model or size. `known`: the drive as its unit
/// describes it.
std::string_view whyAnotherDrive(const ReportedDrive&, const domain::Value& known);

/// Empty when what was done is what the job asked for and the site accepts; else the word: not_in_job,
/// read_in_samples (all of it was to be read), clear_not_accepted (no policy on record accepts an overwriting
/// for such a medium), out_of_time (it was not begun while the job was in force), wrong_expectation (a check
/// has not looked for what the job says that the drive was left with), wrong_report (a job to check answered
/// by an erasure, or the other way round). `job`: the signed document. `accepted`: media, blank-separated.
/// `knownMedium`: what the ledger knows the drive to be; a dock may call a solid-state drive a hard disk.
std::string_view whyNotAsked(const ErasureReport&, const ReportedDrive&, const domain::Value& job,
                             std::string_view accepted, std::string_view knownMedium = {});

}  // namespace remise::workshop
