#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/domain/outcome.h"

/// The list of serial numbers that a contractor sends back with a bin of drives: a spreadsheet saved as text,
/// with `;`, `,` or tabs between its columns, in whatever encoding, quoted or not. Pure.
namespace remise::drivers::reports {

struct ListedDrive {
    int line = 0;  ///< of the file, from 1
    std::string serial;
    std::string bin;  ///< empty where the list has no such column
};

/// The column of serial numbers is the one whose title says so ("S/N", "Numéro de série"…); without titles
/// the list has one column. Refused (list_unreadable, with why) when there is no such column, more than
/// 20,000 lines, or none. Empty cells are left out.
domain::Outcome<std::vector<ListedDrive>> readContractorList(std::string_view bytes);

/// A number that a spreadsheet has put into another form and cut: "1.2E+11", "1,2E+11".
bool isCutBySpreadsheet(std::string_view serial);

}  // namespace remise::drivers::reports
