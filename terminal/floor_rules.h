#pragma once

#include <optional>
#include <string>

#include "server/domain/decide.h"
#include "terminal/known_unit.h"

/// The rules of the house on what this terminal knows: they guide while the server is away. Its answer is
/// law when it comes; so what is not known here is taken to be as the worker says.
namespace remise::terminal {

/// Who holds the badge, as far as a terminal can tell.
struct Signer {
    domain::Role role = domain::Role::worker;
    domain::Uuid pseudonym;  ///< of this terminal's own making
    std::string site;
    domain::Uuid second;  ///< pseudonym of the second person who signed; nil: nobody
};

/// What the command makes of the unit, or why not. `unit`: null when the command makes it.
domain::Outcome<KnownUnit> decideHere(domain::Command command, const Signer& signer, const KnownUnit* unit);

}  // namespace remise::terminal
