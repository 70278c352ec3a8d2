#pragma once

#include <span>
#include <string_view>

#include "server/domain/association.h"
#include "server/domain/outcome.h"

namespace remise::associations {

/// May this association order and ask now? The refusal says what to wait for.
domain::Verdict mayOrder(domain::AssociationState);

/// What the team may make of a file in this state.
struct FileStep {
    domain::AssociationState from, to;
    bool needsReason;  ///< the association reads it
};
std::span<const FileStep> fileSteps();

/// Refused (association_step) when the table has no such step, (reason_needed) when it wants a reason.
domain::Verdict checkFileStep(domain::AssociationState from, domain::AssociationState to,
                              std::string_view reason);

}  // namespace remise::associations
