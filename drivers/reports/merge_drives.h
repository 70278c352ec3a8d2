#pragma once

#include <vector>

#include "drivers/reports/report.h"

namespace remise::drivers::reports {

/// Adds what another tool says of a drive: to the one with the same serial number, or where one has none to
/// that with the same device name and model; else it is another drive. What is there stays, what is missing
/// is taken over, and of two spellings of a model the one that was not cut short.
void addDrive(std::vector<Drive>& drives, Drive more);

/// What is in both lists is in one of them afterwards. A tool that sees only the plug calls a disk in a dock
/// a stick: that it keeps a record of its own health (SMART) shows it is a drive. Readers of cards and discs
/// are none, whatever another tool makes of them.
void settleMedia(std::vector<Drive>& drives, std::vector<Medium>& media);

}  // namespace remise::drivers::reports
