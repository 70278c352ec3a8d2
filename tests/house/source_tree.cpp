#include "tests/house/source_tree.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <tuple>

namespace remise::house {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 5> foreignFolders{".git", "build", "var", "node_modules", "pictures"};
constexpr std::array<std::string_view, 10> binaryEndings{".png", ".jpg",   ".ttf",  ".otf", ".woff",
                                                         ".pdf", ".woff2", ".webp", ".ogg", ".swp"};

template <typename Names>
bool contains(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string readFile(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path.string());
    return {std::istreambuf_iterator<char>(in), {}};
}

SourceFiles readTree(const fs::path& root) {
    SourceFiles files;
    for (fs::recursive_directory_iterator at(root), end; at != end; ++at) {
        const std::string name = at->path().filename();
        if (at->is_directory() && contains(foreignFolders, name)) {
            at.disable_recursion_pending();
        } else if (at->is_regular_file() && !contains(binaryEndings, at->path().extension().string())) {
            files.push_back({fs::relative(at->path(), root).generic_string(), readFile(at->path())});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

/// Where the literal that begins at `at` ends (one past its closing quote).
std::size_t endOfLiteral(std::string_view cpp, std::size_t at) {
    const char quote = cpp[at];
    if (quote == '"' && at > 0 && cpp[at - 1] == 'R') {
        const auto open = cpp.find('(', at);
        const std::string close = ")" + std::string(cpp.substr(at + 1, open - at - 1)) + "\"";
        const auto end = cpp.find(close, at);
        return end == cpp.npos ? cpp.size() : end + close.size();
    }
    for (++at; at < cpp.size() && cpp[at] != quote && cpp[at] != '\n'; ++at)
        if (cpp[at] == '\\') ++at;
    return std::min(at + 1, cpp.size());
}

/// Where the comment or literal that begins at `at` ends; `at` itself when none begins there.
std::size_t endOfSilence(std::string_view cpp, std::size_t at) {
    if (cpp.substr(at, 2) == "//") return std::min(cpp.find('\n', at), cpp.size());
    if (cpp.substr(at, 2) == "/*") {
        const auto end = cpp.find("*/", at + 2);
        return end == cpp.npos ? cpp.size() : end + 2;
    }
    const bool digitSeparator =
        cpp[at] == '\'' && at > 0 && std::isalnum(static_cast<unsigned char>(cpp[at - 1]));
    if (cpp[at] == '"' || (cpp[at] == '\'' && !digitSeparator)) return endOfLiteral(cpp, at);
    return at;
}

}  // namespace

const SourceFiles& sourceTree() {
    static const SourceFiles files = readTree(REMISE_SOURCE_DIR);
    return files;
}

std::string_view textOf(std::string_view path) {
    for (const SourceFile& file : sourceTree())
        if (file.path == path) return file.text;
    return {};
}

bool isUnder(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

bool hasEnding(std::string_view path, std::string_view ending) {
    return path.ends_with(ending);
}

bool isHeader(const SourceFile& file) {
    return hasEnding(file.path, ".h");
}

bool isCpp(const SourceFile& file) {
    return isHeader(file) || hasEnding(file.path, ".cpp");
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        lines.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

std::string codeOf(std::string_view cpp) {
    std::string code(cpp);
    for (std::size_t at = 0; at < cpp.size();) {
        const auto end = endOfSilence(cpp, at);
        for (auto i = at; i < end; ++i)
            if (code[i] != '\n') code[i] = ' ';
        at = std::max(end, at + 1);
    }
    return code;
}

std::string describe(Findings findings) {
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.path, a.line) < std::tie(b.path, b.line);
    });
    std::string text;
    for (const Finding& finding : findings) {
        text += "\n  " + finding.path;
        if (finding.line > 0) text += ":" + std::to_string(finding.line);
        text += ": " + finding.what;
    }
    return text;
}

}  // namespace remise::house
