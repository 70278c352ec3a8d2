#include "server/domain/association.h"

namespace remise::domain {

std::string_view associationStateName(AssociationState state) {
    switch (state) {
        case AssociationState::created:
            return "created";
        case AssociationState::toReview:
            return "to_review";
        case AssociationState::incomplete:
            return "incomplete";
        case AssociationState::validated:
            return "validated";
        case AssociationState::toRenew:
            return "to_renew";
        case AssociationState::suspended:
            return "suspended";
        case AssociationState::refused:
            return "refused";
        case AssociationState::removed:
            return "removed";
    }
    return "";
}

std::optional<AssociationState> associationStateNamed(std::string_view name) {
    for (const auto state : everyAssociationState)
        if (associationStateName(state) == name) return state;
    return {};
}

}  // namespace remise::domain
