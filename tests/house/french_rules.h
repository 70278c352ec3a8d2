#pragma once

#include "tests/house/source_tree.h"

namespace remise::house {

/// French as printers set it: a no-break space before a colon, inside « » and before €; a narrow one before
/// ; ! and ?, so that no line begins with a mark. Holds every catalogue in French and the French of
/// server/domain/refusals.h.
Findings checkFrench(const SourceFiles&);

}  // namespace remise::house
