#pragma once

#include "tests/house/source_tree.h"

namespace remise::house {

/// Catalogues of strings (NAME.fr.json beside NAME.en.json, or fr.json beside en.json; flat objects of
/// texts): the same keys in both, no empty text, the same {names}. Every {{t.key}} of a template of the
/// server is there.
Findings checkStrings(const SourceFiles&);

}  // namespace remise::house
