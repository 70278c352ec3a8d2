#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/association.h"

namespace remise::db {

class Connection;

/// Throws Error 1062 when its RNA or SIREN is already there: ask findAssociationByIdentifier first.
void addAssociation(Connection&, const domain::Association&);
std::optional<domain::Association> findAssociation(Connection&, const domain::Uuid&);
/// The association that has this RNA or this SIREN; an empty identifier matches nothing.
std::optional<domain::Association> findAssociationByIdentifier(Connection&, std::string_view rna,
                                                               std::string_view siren);

/// Those of one state, the one that waits longest first; `after` is the last one of the page before.
struct AssociationFilter {
    domain::AssociationState state = domain::AssociationState::toReview;
    const domain::Association* after = nullptr;
    int limit = 50;
};
std::vector<domain::Association> listAssociations(Connection&, const AssociationFilter&);
std::vector<domain::Association> findAssociations(Connection&, const std::vector<domain::Uuid>&);

/// One step of an association's file. The row changes only when it still has `version`; the step is kept with
/// its author and reason. False when somebody else was faster.
struct AssociationStep {
    domain::Uuid association;
    std::int64_t version = 0;
    domain::AssociationState before, after;
    std::string reason;
    domain::Uuid actor;
    domain::Milliseconds at = 0;
};
bool recordAssociationStep(Connection&, const AssociationStep&);
/// Newest first.
std::vector<AssociationStep> listAssociationSteps(Connection&, const domain::Uuid&);

}  // namespace remise::db
