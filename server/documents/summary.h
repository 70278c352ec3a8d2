#pragma once

#include <string>
#include <vector>

#include "server/domain/entity.h"
#include "server/domain/value.h"

/// What became of the data on machines: "remise-summary-1" (docs/certificate.md). Pure.
namespace remise::documents {

struct DriveFate {
    domain::Entity drive;
    std::string certificate;  ///< fingerprint; empty: it has none
};

struct MachineFate {
    std::string code;
    domain::Value state;            ///< the unit's
    std::vector<DriveFate> drives;  ///< those in it, and those that were taken out of it
};

/// Without key and signature. `of`: {"unit":CODE}, {"lot":WORD} or {"donor":UUID,"name":TEXT}. Names no
/// person and no association: donors get it.
domain::Value summaryOf(const domain::Value& of, const std::vector<MachineFate>&,
                        domain::Milliseconds madeAt);

}  // namespace remise::documents
