#pragma once

#include <map>

#include "tests/house/source_tree.h"

namespace remise::house {

/// What the files of a folder may include.
struct FolderRule {
    std::size_t line = 0;                ///< in the page
    std::vector<std::string> ours;       ///< folders or file stems; "everything"; "capabilities"
    std::vector<std::string> libraries;  ///< names of Library
};

/// A library from outside: which headers are its, and where our headers may show it.
struct Library {
    std::vector<std::string> headers;      ///< a trailing * stands for anything
    std::vector<std::string> inHeadersOf;  ///< folders; "everywhere"
};

/// The two tables of docs/architecture.md.
struct IncludeTable {
    std::map<std::string, FolderRule> folders;
    std::map<std::string, Library> libraries;
};

IncludeTable readIncludeTable(std::string_view page);

/// Every include that the table does not allow; folders that the table does not know; rows without a folder;
/// circles between capabilities.
Findings checkIncludes(const SourceFiles&, const IncludeTable&);

}  // namespace remise::house
