#include "tests/house/refusal_rules.h"

#include <algorithm>
#include <map>

#include "tests/house/markdown_table.h"
#include "tests/house/pattern.h"

namespace remise::house {
namespace {

const std::string headerPath = "server/domain/refusals.h";
const std::string pagePath = "docs/refusals.md";

/// A row of a table of the page: | `code` | status | when | what to do |
struct Entry {
    std::size_t line = 0;
    std::string status;
};

std::string_view textIn(const SourceFiles& files, std::string_view path) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const auto& f) { return f.path == path; });
    return file == files.end() ? std::string_view() : file->text;
}

std::map<std::string, Entry> readEntries(std::string_view page, Findings& findings) {
    static const Pattern row(R"(^\| `([a-z0-9_]+)` \| (\d+) \|)");
    std::map<std::string, Entry> entries;
    const auto lines = linesOf(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto match = row.firstIn(lines[i]);
        if (!match) continue;
        if (!entries.emplace((*match)[1], Entry{i + 1, (*match)[2]}).second)
            findings.push_back({pagePath, i + 1, (*match)[1] + " is explained twice"});
    }
    return entries;
}

/// The names that the rest of the code gives, wherever `refusals` are at hand.
std::set<std::string> namesGiven(const SourceFiles& files) {
    static const Pattern word(R"([A-Za-z_]\w*)");
    std::set<std::string> names;
    for (const SourceFile& file : files) {
        if (!isCpp(file) || file.path == headerPath || isUnder(file.path, "tests")) continue;
        const std::string code = codeOf(file.text);
        if (code.find("refusals") == code.npos) continue;
        for (const Match& match : word.allIn(code))
            names.insert(match[0]);
    }
    return names;
}

/// {fr} in the French text and {en} in the English one are the same thing: a word of the catalogue.
std::set<std::string> namesIn(const std::string& text, const std::string& language) {
    auto names = placeholders(text);
    if (names.erase(language) > 0) names.insert("(its word)");
    return names;
}

void checkTexts(const RefusalLine& refusal, Findings& findings) {
    if (refusal.fr.empty() || refusal.en.empty())
        findings.push_back({headerPath, refusal.line, refusal.code + " lacks a text in French or English"});
    else if (namesIn(refusal.fr, "fr") != namesIn(refusal.en, "en"))
        findings.push_back(
            {headerPath, refusal.line, refusal.code + " names other things in French than in English"});
}

void checkEntry(const RefusalLine& refusal, const std::map<std::string, Entry>& entries, Findings& findings) {
    const auto entry = entries.find(refusal.code);
    if (entry == entries.end())
        findings.push_back({headerPath, refusal.line, refusal.code + " is not explained in " + pagePath});
    else if (entry->second.status != refusal.status)
        findings.push_back(
            {pagePath, entry->second.line, refusal.code + " has the status " + refusal.status});
}

void checkHiding(const SourceFiles& files, Findings& findings) {
    static const Pattern constant(R"(constexpr\s+(domain::)?RefusalKind\s+\w+\s*\{)");
    for (const SourceFile& file : files) {
        if (!isCpp(file) || file.path == headerPath || isUnder(file.path, "tests")) continue;
        const std::string code = codeOf(file.text);
        const auto lines = linesOf(code);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (constant.isIn(lines[i]))
                findings.push_back({file.path, i + 1, "refusals live in " + headerPath});
    }
}

}  // namespace

std::vector<RefusalLine> readRefusals(std::string_view header) {
    static const Pattern constant(
        R"re(RefusalKind\s+(\w+)\s*\{\s*"([^"]*)",\s*(\d+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\})re");
    std::vector<RefusalLine> refusals;
    for (const Match& match : constant.allIn(header)) {
        const auto line = 1 + std::count(header.begin(),
                                         header.begin() + static_cast<std::ptrdiff_t>(match.position), '\n');
        const auto words = [](std::string quoted) {
            quoted.erase(std::remove(quoted.begin(), quoted.end(), '"'), quoted.end());
            return quoted.find_first_not_of(" \n") == quoted.npos ? std::string() : quoted;
        };
        refusals.push_back(
            {static_cast<std::size_t>(line), match[1], match[2], match[3], words(match[4]), words(match[5])});
    }
    return refusals;
}

std::set<std::string> placeholders(std::string_view text) {
    static const Pattern braces(R"(\{([^{}]*)\})");
    std::set<std::string> names;
    for (const Match& match : braces.allIn(text))
        names.insert(match[1]);
    return names;
}

Findings checkRefusals(const SourceFiles& files) {
    Findings findings;
    auto entries = readEntries(textIn(files, pagePath), findings);
    const auto given = namesGiven(files);
    std::set<std::string> codes;
    for (const RefusalLine& refusal : readRefusals(textIn(files, headerPath))) {
        if (!codes.insert(refusal.code).second)
            findings.push_back({headerPath, refusal.line, refusal.code + " is there twice"});
        checkTexts(refusal, findings);
        checkEntry(refusal, entries, findings);
        if (!given.contains(refusal.name))
            findings.push_back({headerPath, refusal.line, "nobody gives " + refusal.name});
        entries.erase(refusal.code);
    }
    for (const auto& [code, entry] : entries)
        findings.push_back({pagePath, entry.line, "there is no refusal " + code});
    checkHiding(files, findings);
    return findings;
}

}  // namespace remise::house
