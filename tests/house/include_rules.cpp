#include "tests/house/include_rules.h"

#include <algorithm>
#include <optional>
#include <set>

#include "tests/house/markdown_table.h"
#include "tests/house/pattern.h"

namespace remise::house {
namespace {

constexpr std::string_view pagePath = "docs/architecture.md";
constexpr std::string_view programs = "main.cpp";  ///< the row of all programs' main files

const std::set<std::string_view> standardHeaders{"algorithm",
                                                 "any",
                                                 "array",
                                                 "atomic",
                                                 "barrier",
                                                 "bit",
                                                 "bitset",
                                                 "cassert",
                                                 "cctype",
                                                 "cerrno",
                                                 "cfenv",
                                                 "cfloat",
                                                 "charconv",
                                                 "chrono",
                                                 "cinttypes",
                                                 "climits",
                                                 "clocale",
                                                 "cmath",
                                                 "codecvt",
                                                 "compare",
                                                 "complex",
                                                 "concepts",
                                                 "condition_variable",
                                                 "coroutine",
                                                 "csetjmp",
                                                 "csignal",
                                                 "cstdarg",
                                                 "cstddef",
                                                 "cstdint",
                                                 "cstdio",
                                                 "cstdlib",
                                                 "cstring",
                                                 "ctime",
                                                 "cuchar",
                                                 "cwchar",
                                                 "cwctype",
                                                 "deque",
                                                 "exception",
                                                 "execution",
                                                 "filesystem",
                                                 "format",
                                                 "forward_list",
                                                 "fstream",
                                                 "functional",
                                                 "future",
                                                 "initializer_list",
                                                 "iomanip",
                                                 "ios",
                                                 "iosfwd",
                                                 "iostream",
                                                 "istream",
                                                 "iterator",
                                                 "latch",
                                                 "limits",
                                                 "list",
                                                 "locale",
                                                 "map",
                                                 "memory",
                                                 "memory_resource",
                                                 "mutex",
                                                 "new",
                                                 "numbers",
                                                 "numeric",
                                                 "optional",
                                                 "ostream",
                                                 "queue",
                                                 "random",
                                                 "ranges",
                                                 "ratio",
                                                 "regex",
                                                 "scoped_allocator",
                                                 "semaphore",
                                                 "set",
                                                 "shared_mutex",
                                                 "source_location",
                                                 "span",
                                                 "sstream",
                                                 "stack",
                                                 "stdexcept",
                                                 "stop_token",
                                                 "streambuf",
                                                 "string",
                                                 "string_view",
                                                 "syncstream",
                                                 "system_error",
                                                 "thread",
                                                 "tuple",
                                                 "type_traits",
                                                 "typeindex",
                                                 "typeinfo",
                                                 "unordered_map",
                                                 "unordered_set",
                                                 "utility",
                                                 "valarray",
                                                 "variant",
                                                 "vector",
                                                 "version"};

bool isProgram(const SourceFile& file) {
    return !isUnder(file.path, "tests") &&
           (file.path == programs || hasEnding(file.path, "/main.cpp") || hasEnding(file.path, "_main.cpp"));
}

std::string folderOf(std::string_view path) {
    return std::string(path.substr(0, path.rfind('/')));
}

bool has(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// "labels/bitmap" allows labels/bitmap.h, "labels" the whole folder.
bool allows(std::string_view allowed, std::string_view header) {
    return isUnder(header, allowed) || header == std::string(allowed) + ".h";
}

bool isHeaderOf(const Library& library, std::string_view header) {
    return std::any_of(library.headers.begin(), library.headers.end(), [&](std::string_view pattern) {
        return pattern.ends_with('*') ? header.starts_with(pattern.substr(0, pattern.size() - 1))
                                      : header == pattern;
    });
}

struct Row {
    std::string folder;
    const FolderRule* rule;
};

/// The row of the files directly in its folder ("server/*"), else of the folder or of the nearest one above;
/// none when the table knows none of them.
std::optional<Row> rowOf(const SourceFile& file, const IncludeTable& table) {
    if (isProgram(file) && table.folders.contains(std::string(programs)))
        return Row{std::string(programs), &table.folders.at(std::string(programs))};
    if (const auto direct = table.folders.find(folderOf(file.path) + "/*"); direct != table.folders.end())
        return Row{direct->first, &direct->second};
    for (std::string folder = folderOf(file.path);; folder = folderOf(folder)) {
        if (const auto row = table.folders.find(folder); row != table.folders.end())
            return Row{folder, &row->second};
        if (folder.find('/') == folder.npos) return {};
    }
}

bool isCapability(const FolderRule& rule) {
    return has(rule.ours, "capabilities");
}

/// The capability that the header belongs to, or nothing.
std::string capabilityOf(std::string_view header, const IncludeTable& table) {
    for (const auto& [folder, rule] : table.folders)
        if (isCapability(rule) && isUnder(header, folder)) return folder;
    return {};
}

class Check {
public:
    Check(const SourceFiles& files, const IncludeTable& table) : m_files(files), m_table(table) {}

    Findings run() {
        for (const SourceFile& file : m_files)
            if (isCpp(file)) checkFile(file);
        checkRows();
        checkCircles();
        return std::move(m_findings);
    }

private:
    void checkFile(const SourceFile& file) {
        static const Pattern include(R"(^\s*#\s*include\s*(["<])([^">]+)[">])");
        const auto row = rowOf(file, m_table);
        if (!row) return find(file, 0, "its folder has no row in " + std::string(pagePath));
        const auto lines = linesOf(file.text);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto match = include.firstIn(lines[i]);
            if (!match) continue;
            if ((*match)[1] == "\"")
                checkOurs(file, *row, i + 1, (*match)[2]);
            else
                checkOutside(file, *row, i + 1, (*match)[2]);
        }
    }

    void checkOurs(const SourceFile& file, const Row& row, std::size_t line, const std::string& header) {
        const bool exists = std::any_of(m_files.begin(), m_files.end(),
                                        [&](const SourceFile& other) { return other.path == header; });
        if (!exists && !isGenerated(header))
            return find(file, line, "\"" + header + "\" is no file of ours, written from the root");
        if (has(row.rule->ours, "everything") || isUnder(header, row.folder)) return;
        for (const std::string& allowed : row.rule->ours)
            if (allows(allowed, header)) return;
        if (isCapability(*row.rule) && isRuleOrDeed(header)) {
            m_uses[row.folder].emplace(capabilityOf(header, m_table), Finding{file.path, line, header});
            return;
        }
        find(file, line, row.folder + " may not include \"" + header + "\"");
    }

    /// Qt's compiler writes `name.moc` for a .cpp with objects of its own.
    static bool isGenerated(std::string_view header) { return hasEnding(header, ".moc"); }

    bool isRuleOrDeed(std::string_view header) const {
        return !capabilityOf(header, m_table).empty() && !hasEnding(header, "_api.h") &&
               !hasEnding(header, "_pages.h");
    }

    void checkOutside(const SourceFile& file, const Row& row, std::size_t line, const std::string& header) {
        if (standardHeaders.contains(header)) return;
        for (const auto& [name, library] : m_table.libraries) {
            if (!isHeaderOf(library, header)) continue;
            if (!has(row.rule->libraries, name))
                find(file, line, row.folder + " may not include <" + header + "> (" + name + ")");
            else if (isHeader(file) && !mayShow(library, file))
                find(file, line, "<" + header + "> (" + name + ") stays out of our headers");
            return;
        }
        find(file, line, "<" + header + "> belongs to no library of " + std::string(pagePath));
    }

    static bool mayShow(const Library& library, const SourceFile& header) {
        return std::any_of(library.inHeadersOf.begin(), library.inHeadersOf.end(), [&](const auto& folder) {
            return folder == "everywhere" || isUnder(header.path, folder);
        });
    }

    void checkRows() {
        for (const auto& [folder, rule] : m_table.folders) {
            const bool exists = std::any_of(m_files.begin(), m_files.end(), [&](const SourceFile& file) {
                return isUnder(file.path, folder) || folderOf(file.path) + "/*" == folder ||
                       (folder == programs && isProgram(file));
            });
            if (!exists)
                m_findings.push_back({std::string(pagePath), rule.line, "there is no folder " + folder});
            for (const std::string& library : rule.libraries)
                if (!m_table.libraries.contains(library))
                    m_findings.push_back(
                        {std::string(pagePath), rule.line, "there is no library " + library});
        }
    }

    void checkCircles() {
        for (const auto& [folder, uses] : m_uses)
            follow(folder, folder, {folder});
    }

    /// Follows who uses whom from `start`; a way back to it is a circle.
    void follow(const std::string& start, const std::string& at, std::vector<std::string> way) {
        const auto uses = m_uses.find(at);
        if (uses == m_uses.end()) return;
        for (const auto& [next, use] : uses->second) {
            if (next == start) {
                std::string circle;
                for (const std::string& step : way)
                    circle += step + " → ";
                find({use.path, ""}, use.line, "closes a circle of capabilities: " + circle + start);
            } else if (!has(way, next)) {
                auto further = way;
                further.push_back(next);
                follow(start, next, std::move(further));
            }
        }
    }

    void find(const SourceFile& file, std::size_t line, std::string what) {
        m_findings.push_back({file.path, line, std::move(what)});
    }

    const SourceFiles& m_files;
    const IncludeTable& m_table;
    std::map<std::string, std::map<std::string, Finding>> m_uses;  ///< capability → used one → first include
    Findings m_findings;
};

}  // namespace

IncludeTable readIncludeTable(std::string_view page) {
    IncludeTable table;
    for (const TableRow& row : tableUnder(page, "Who may include what"))
        if (row.cells.size() >= 3)
            for (const std::string& folder : namesIn(row.cells[0]))
                table.folders[folder] = {row.line, namesIn(row.cells[1]), namesIn(row.cells[2])};
    for (const TableRow& row : tableUnder(page, "Libraries from outside"))
        if (row.cells.size() >= 3)
            for (const std::string& name : namesIn(row.cells[0]))
                table.libraries[name] = {namesIn(row.cells[1]), namesIn(row.cells[2])};
    return table;
}

Findings checkIncludes(const SourceFiles& files, const IncludeTable& table) {
    return Check(files, table).run();
}

}  // namespace remise::house
