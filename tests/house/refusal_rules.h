#pragma once

#include <set>

#include "tests/house/source_tree.h"

namespace remise::house {

/// One constant of server/domain/refusals.h.
struct RefusalLine {
    std::size_t line = 0;
    std::string name;  ///< of the constant
    std::string code;
    std::string status;
    std::string fr, en;
};

std::vector<RefusalLine> readRefusals(std::string_view header);

/// What stands in {braces}.
std::set<std::string> placeholders(std::string_view text);

/// Each refusal has a code of its own, a text in both languages with the same {names}, an entry with its
/// status in docs/refusals.md and somebody who gives it; the page has no entry for one that is not there; no
/// refusal hides in another file.
Findings checkRefusals(const SourceFiles&);

}  // namespace remise::house
