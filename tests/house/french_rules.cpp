#include "tests/house/french_rules.h"

#include <nlohmann/json.hpp>

#include "tests/house/refusal_rules.h"

namespace remise::house {
namespace {

const std::string refusalsPath = "server/domain/refusals.h";

constexpr std::string_view noBreak = "\u00a0", narrow = "\u202f";

/// What has to stand before a mark, or after it.
struct Mark {
    std::string_view mark, before, after, name;
};
constexpr Mark marks[] = {
    {":", noBreak, "", "no-break space before :"}, {";", narrow, "", "narrow space before ;"},
    {"!", narrow, "", "narrow space before !"},    {"?", narrow, "", "narrow space before ?"},
    {"«", "", noBreak, "no-break space after «"},  {"»", noBreak, "", "no-break space before »"},
    {"€", noBreak, "", "no-break space before €"}};

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// 10:25 is a time of day, not a sentence.
bool isTime(std::string_view text, std::size_t at) {
    return at > 0 && at + 1 < text.size() && isDigit(text[at - 1]) && isDigit(text[at + 1]);
}

void checkText(const std::string& path, std::size_t line, const std::string& name, std::string_view text,
               Findings& findings) {
    for (const Mark& rule : marks)
        for (auto at = text.find(rule.mark); at != text.npos; at = text.find(rule.mark, at + 1)) {
            if (rule.mark == ":" && isTime(text, at)) continue;
            const bool isSet = text.substr(0, at).ends_with(rule.before) &&
                               text.substr(at + rule.mark.size()).starts_with(rule.after);
            if (!isSet) findings.push_back({path, line, name + " needs a " + std::string(rule.name)});
        }
    if (text.find('"') != text.npos) findings.push_back({path, line, name + " quotes without « »"});
}

bool isFrench(std::string_view path) {
    return path.find("/strings/") != path.npos &&
           (hasEnding(path, ".fr.json") || hasEnding(path, "/fr.json"));
}

}  // namespace

Findings checkFrench(const SourceFiles& files) {
    Findings findings;
    for (const SourceFile& file : files) {
        if (file.path == refusalsPath)
            for (const RefusalLine& refusal : readRefusals(file.text))
                checkText(file.path, refusal.line, refusal.code, refusal.fr, findings);
        if (!isFrench(file.path)) continue;
        const auto catalogue = nlohmann::json::parse(file.text, nullptr, false);
        if (!catalogue.is_object()) continue;  // string_rules tells of it
        for (const auto& [key, text] : catalogue.items())
            if (text.is_string()) checkText(file.path, 0, key, text.get<std::string>(), findings);
    }
    return findings;
}

}  // namespace remise::house
