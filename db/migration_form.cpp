#include "db/migration_form.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace remise::db {
namespace {

using Words = std::vector<std::string>;

constexpr std::array rowVerbs{"INSERT", "REPLACE", "UPDATE", "DELETE"};

bool isWordCharacter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

/// Past a quoted text or a comment that begins at `at`; `at` itself if there is none.
std::size_t skipped(std::string_view text, std::size_t at) {
    const auto past = [&](std::string_view end, std::size_t from) {
        const auto found = text.find(end, from);
        return found == text.npos ? text.size() : found + end.size();
    };
    const auto rest = text.substr(at);
    if (rest.starts_with("--") || rest.starts_with("#")) return past("\n", at);
    if (rest.starts_with("/*")) return past("*/", at + 2);
    if (rest.starts_with("'") || rest.starts_with("\"") || rest.starts_with("`"))
        return past(rest.substr(0, 1), at + 1);
    return at;
}

/// Upper-case words and single signs, without comments and quoted texts.
Words wordsOf(std::string_view text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        if (const auto next = skipped(text, at); next != at) {
            at = next;
            continue;
        }
        auto end = at;
        while (end < text.size() && isWordCharacter(text[end]))
            ++end;
        if (end == at && std::isspace(static_cast<unsigned char>(text[at])) != 0) {
            ++at;
            continue;
        }
        auto& word = words.emplace_back(text.substr(at, std::max<std::size_t>(end - at, 1)));
        std::transform(word.begin(), word.end(), word.begin(),
                       [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        at += word.size();
    }
    if (!words.empty() && words.back() == ";") words.pop_back();
    return words;
}

bool holds(const Words& words, const Words& sequence) {
    return std::search(words.begin(), words.end(), sequence.begin(), sequence.end()) != words.end();
}

/// The clauses of an ALTER: split at the commas outside parentheses.
std::vector<Words> clausesOf(const Words& words) {
    std::vector<Words> clauses(1);
    int depth = 0;
    for (const auto& word : words) {
        depth += word == "(" ? 1 : word == ")" ? -1 : 0;
        if (word == "," && depth == 0)
            clauses.emplace_back();
        else
            clauses.back().push_back(word);
    }
    return clauses;
}

std::optional<std::string> whyNotRepeatableAlter(const Words& words) {
    for (const auto& clause : clausesOf(words)) {
        const auto has = [&](const char* word) {
            return std::find(clause.begin(), clause.end(), word) != clause.end();
        };
        if (has("ADD") && !holds(clause, {"IF", "NOT", "EXISTS"})) return "ADD without IF NOT EXISTS";
        if ((has("DROP") || has("RENAME") || has("CHANGE")) && !holds(clause, {"IF", "EXISTS"}))
            return "DROP, RENAME or CHANGE without IF EXISTS";
    }
    return {};
}

}  // namespace

bool changesRowsOnly(std::string_view migration) {
    const auto words = wordsOf(migration);
    return !words.empty() && std::find(rowVerbs.begin(), rowVerbs.end(), words.front()) != rowVerbs.end();
}

std::optional<std::string> whyNotRepeatable(std::string_view migration) {
    const auto words = wordsOf(migration);
    if (words.empty()) return "it is empty";
    if (std::find(words.begin(), words.end(), ";") != words.end()) return "it holds more than one statement";
    if (changesRowsOnly(migration)) return {};
    if (words.front() == "CREATE")
        return holds(words, {"IF", "NOT", "EXISTS"}) ? std::nullopt
                                                     : std::optional("CREATE without IF NOT EXISTS");
    if (words.front() == "DROP" || words.front() == "RENAME")
        return holds(words, {"IF", "EXISTS"}) ? std::nullopt
                                              : std::optional(words.front() + " without IF EXISTS");
    if (words.front() == "ALTER") return whyNotRepeatableAlter(words);
    return "it begins with " + words.front();
}

}  // namespace remise::db
