#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace remise::house {

/// One row of a table in a markdown page.
struct TableRow {
    std::size_t line = 0;
    std::vector<std::string> cells;  ///< without blanks around
};

/// The rows of the first table under the heading (its words, without the #), without head and rule. Empty
/// when the page has no such heading or no table below it.
std::vector<TableRow> tableUnder(std::string_view page, std::string_view heading);

/// The texts in `backticks` of a cell.
std::vector<std::string> namesIn(std::string_view cell);

}  // namespace remise::house
