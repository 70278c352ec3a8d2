#pragma once

#include "tests/house/source_tree.h"

namespace remise::house {

/// The connector's names outside db/; its calls that swallow errors, in every file that can see it (by
/// whatever way of includes); its calls that truncate in silence, anywhere in db/ and server/.
Findings checkConnectorCalls(const SourceFiles&);

}  // namespace remise::house
