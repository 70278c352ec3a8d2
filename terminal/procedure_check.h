#pragma once

#include <string>

#include "terminal/procedure.h"

namespace remise::terminal {

/// Why this procedure could not be played, in a developer's words; empty when it can:
/// unique cards, both languages everywhere, two to four choices, answers used only after they were asked,
/// a label scanned back after it was printed, something to send.
std::string faultOf(const Procedure&);

}  // namespace remise::terminal
