#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Checks of our own rules: they read the sources, they link nothing of the product.
namespace remise::house {

struct SourceFile {
    std::string path;  ///< from the root of the tree, e.g. "server/domain/ids.h"
    std::string text;
};
using SourceFiles = std::vector<SourceFile>;

/// What is wrong, and where. Line 0: the file as a whole.
struct Finding {
    std::string path;
    std::size_t line = 0;
    std::string what;
};
using Findings = std::vector<Finding>;

/// Every file of the tree that a person wrote, in the order of their paths: no build, no data folder, no
/// installed packages, no pictures or letters.
const SourceFiles& sourceTree();

/// The text of one file of the tree; empty when there is none.
std::string_view textOf(std::string_view path);

bool isUnder(std::string_view path, std::string_view folder);
bool hasEnding(std::string_view path, std::string_view ending);
bool isHeader(const SourceFile&);
bool isCpp(const SourceFile&);  ///< .cpp or .h

std::vector<std::string_view> linesOf(std::string_view text);

/// C++ with comments and the insides of literals turned into blanks; lines stay where they are.
std::string codeOf(std::string_view cpp);

/// One line a finding, in the order of files and lines: where, what is wrong. Empty when all is well.
std::string describe(Findings);

}  // namespace remise::house
