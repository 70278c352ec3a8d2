#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/domain/ids.h"

namespace remise::domain {

/// Where an association's file stands. Only `validated` and `toRenew` may order.
enum class AssociationState {
    created,
    toReview,
    incomplete,
    validated,
    toRenew,
    suspended,
    refused,
    removed
};

inline constexpr AssociationState everyAssociationState[] = {
    AssociationState::created,   AssociationState::toReview, AssociationState::incomplete,
    AssociationState::validated, AssociationState::toRenew,  AssociationState::suspended,
    AssociationState::refused,   AssociationState::removed};

/// The stable word in the database, the API and the catalogues of strings.
std::string_view associationStateName(AssociationState);
std::optional<AssociationState> associationStateNamed(std::string_view);

/// Legal kinds that Solidatech serves.
inline constexpr std::string_view legalKinds[] = {"loi_1901", "local_law", "public_library", "foundation"};
/// Segments: what it does, what it has to spend in a year, how many people it employs.
inline constexpr std::string_view activities[] = {
    "solidarity", "education", "health", "culture", "sport", "environment", "rights", "development", "other"};
inline constexpr std::string_view budgets[] = {"up_to_15k", "up_to_50k", "up_to_150k", "up_to_500k", "more"};
inline constexpr std::string_view employeeCounts[] = {"none", "one_to_two", "three_to_fifteen", "more"};

struct Association {
    Uuid id;
    std::string name;
    std::string legalKind;
    std::string rna;         ///< empty in Alsace-Moselle and for libraries
    std::string siren;       ///< empty when it has none
    std::string courtEntry;  ///< Alsace-Moselle: court, volume, folio
    std::string street, postcode, city;
    std::string activity, budget, employees;
    AssociationState state = AssociationState::created;
    std::int64_t version = 1;
    Milliseconds createdAt = 0;
    Milliseconds changedAt = 0;
    std::optional<Milliseconds> validatedAt;
};

}  // namespace remise::domain
