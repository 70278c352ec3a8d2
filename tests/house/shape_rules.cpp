#include "tests/house/shape_rules.h"

#include <algorithm>
#include <array>
#include <map>

#include "tests/house/markdown_table.h"
#include "tests/house/pattern.h"

namespace remise::house {
namespace {

constexpr std::size_t mostLines = 400;
constexpr std::size_t mostQmlLines = 200;
constexpr std::array<std::string_view, 9> written{".cpp", ".h",   ".qml",   ".html", ".css",
                                                  ".js",  ".mjs", ".cmake", ".txt"};

bool isWritten(std::string_view path) {
    return std::any_of(written.begin(), written.end(), [&](auto ending) { return hasEnding(path, ending); });
}

void search(const SourceFile& file, const Pattern& pattern, const std::string& what, Findings& findings) {
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (pattern.isIn(lines[i])) findings.push_back({file.path, i + 1, what});
}

}  // namespace

Findings checkLength(const SourceFiles& files, std::string_view architecture) {
    std::map<std::string, std::size_t> reasons;
    for (const TableRow& row : tableUnder(architecture, "Files over 400 lines"))
        if (const auto names = namesIn(row.cells.at(0)); !names.empty()) reasons[names[0]] = row.line;
    Findings findings;
    for (const SourceFile& file : files) {
        const auto lines = linesOf(file.text).size();
        if (isWritten(file.path) && lines > mostLines && reasons.erase(file.path) == 0)
            findings.push_back({file.path, 0, "has " + std::to_string(lines) + " lines"});
    }
    for (const auto& [path, line] : reasons)
        findings.push_back({"docs/architecture.md", line, path + " is not a long file"});
    return findings;
}

Findings checkQmlLength(const SourceFiles& files) {
    Findings findings;
    for (const SourceFile& file : files)
        if (const auto lines = linesOf(file.text).size();
            hasEnding(file.path, ".qml") && lines > mostQmlLines)
            findings.push_back({file.path, 0, "has " + std::to_string(lines) + " lines"});
    return findings;
}

Findings checkPaths(const SourceFiles& files) {
    static const Pattern home(R"((^|[^\w./:-])/(home|root|Users|work)/\w)");
    Findings findings;
    for (const SourceFile& file : files)
        if (!isUnder(file.path, "tests/house"))
            search(file, home, "names a folder of somebody's machine", findings);
    return findings;
}

Findings checkTemplates(const SourceFiles& files) {
    static const Pattern unescaped(R"(\{\{\s*[{&])");
    Findings findings;
    for (const SourceFile& file : files)
        if (isUnder(file.path, "server") && (hasEnding(file.path, ".html") || hasEnding(file.path, ".json")))
            search(file, unescaped, "puts text into a page without escaping it", findings);
    return findings;
}

}  // namespace remise::house
