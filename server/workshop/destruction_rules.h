#pragma once

#include <string>
#include <vector>

#include "drivers/reports/contractor_list.h"
#include "server/domain/entity.h"

/// A contractor's list held against the sealed bins. Pure.
namespace remise::workshop {

/// A drive of ours, or a line of the list that is none of those that were handed over.
struct ComparedDrive {
    std::string code, serial, bin, stage;  ///< empty where nothing is known
    int line = 0;                          ///< of the list; 0: not on it
};

struct Comparison {
    std::vector<ComparedDrive> present;     ///< in the bins and on the list
    std::vector<ComparedDrive> missing;     ///< in the bins and not on the list
    std::vector<ComparedDrive> unexpected;  ///< on the list and not in the bins
    std::vector<ComparedDrive> twice;       ///< lines that name a drive again
    std::vector<ComparedDrive> unsure;      ///< lines that a spreadsheet may have spoilt, or of another bin
};

/// `held`: drives that are sealed in the bins, or were destroyed out of them. Nothing that is not certain
/// counts as present: a number without its leading zeros, or in powers of ten, is unsure.
Comparison compare(const std::vector<drivers::reports::ListedDrive>&,
                   const std::vector<domain::Entity>& held);

domain::Value toValue(const Comparison&);

}  // namespace remise::workshop
