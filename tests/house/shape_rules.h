#pragma once

#include "tests/house/source_tree.h"

namespace remise::house {

/// Files over 400 lines that docs/architecture.md gives no reason for, and reasons for files that are not
/// long.
Findings checkLength(const SourceFiles&, std::string_view architecture);

/// QML files over 200 lines (we aim at 150).
Findings checkQmlLength(const SourceFiles&);

/// Paths into somebody's home or a machine of ours.
Findings checkPaths(const SourceFiles&);

/// {{{name}}} and {{&name}} put text into a page without escaping it.
Findings checkTemplates(const SourceFiles&);

}  // namespace remise::house
