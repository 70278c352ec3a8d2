#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "server/domain/association.h"
#include "server/domain/outcome.h"

namespace remise::associations {

/// A box of the form at /inscription.
struct FormField {
    std::string_view name;
    std::string_view group;         ///< association, identity, place, segments, person
    std::string_view type;          ///< of the input; "choice" for a list
    std::string_view autocomplete;  ///< what a browser may fill in by itself; empty: nothing
    bool isRequired = false;
    bool hasHint = false;
};
std::span<const FormField> formFields();
/// What a "choice" offers.
std::span<const std::string_view> choicesOf(std::string_view field);

/// What was typed, by name of the field.
using Typed = std::map<std::string, std::string, std::less<>>;
/// What is wrong, by name of the field.
using Wrongs = std::map<std::string, domain::Refusal, std::less<>>;

/// The association as it was typed: identifiers tidied, every wrong field told at once. Its id, state and
/// times are left to the deed.
domain::Association readAssociation(const Typed&, Wrongs&);

}  // namespace remise::associations
