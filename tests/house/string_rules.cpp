#include "tests/house/string_rules.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/house/pattern.h"
#include "tests/house/refusal_rules.h"

namespace remise::house {
namespace {

using Catalogue = std::map<std::string, std::string>;

bool isCatalogue(std::string_view path, std::string_view language) {
    return path.find("/strings/") != path.npos && (hasEnding(path, "." + std::string(language) + ".json") ||
                                                   hasEnding(path, "/" + std::string(language) + ".json"));
}

std::string inEnglish(std::string path) {
    return path.replace(path.size() - 7, 2, "en");
}

Catalogue read(const SourceFile& file, Findings& findings) {
    Catalogue catalogue;
    const auto json = nlohmann::json::parse(file.text, nullptr, false);
    if (!json.is_object()) {
        findings.push_back({file.path, 0, "is no JSON object"});
        return catalogue;
    }
    for (const auto& [key, text] : json.items()) {
        catalogue[key] = text.is_string() ? text.get<std::string>() : "";
        if (catalogue[key].empty()) findings.push_back({file.path, 0, key + " has no text"});
    }
    return catalogue;
}

void compare(const SourceFile& french, const SourceFile& english, Findings& findings) {
    const Catalogue fr = read(french, findings);
    Catalogue en = read(english, findings);
    for (const auto& [key, text] : fr) {
        const auto twin = en.find(key);
        if (twin == en.end()) {
            findings.push_back({english.path, 0, key + " is missing"});
            continue;
        }
        if (placeholders(text) != placeholders(twin->second))
            findings.push_back({english.path, 0, key + " names other things than in French"});
        en.erase(twin);
    }
    for (const auto& [key, text] : en)
        findings.push_back({french.path, 0, key + " is missing"});
}

void checkTemplate(const SourceFile& file, const std::set<std::string>& keys, Findings& findings) {
    static const Pattern use(R"(\{\{\s*t\.([A-Za-z0-9_.]+)\s*\}\})");
    const auto lines = linesOf(file.text);
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (const Match& match : use.allIn(lines[i]))
            if (!keys.contains(match[1]))
                findings.push_back({file.path, i + 1, "there is no text " + match[1]});
}

}  // namespace

Findings checkStrings(const SourceFiles& files) {
    Findings findings;
    std::set<std::string> keys;
    for (const SourceFile& file : files) {
        if (!isCatalogue(file.path, "fr")) continue;
        const auto twin = std::find_if(files.begin(), files.end(), [&](const SourceFile& other) {
            return other.path == inEnglish(file.path);
        });
        if (twin == files.end()) {
            findings.push_back({file.path, 0, "has no English twin"});
            continue;
        }
        compare(file, *twin, findings);
        Findings none;
        if (isUnder(file.path, "server"))
            for (const auto& [key, text] : read(file, none))
                keys.insert(key);
    }
    for (const SourceFile& file : files)
        if (isUnder(file.path, "server") && hasEnding(file.path, ".html"))
            checkTemplate(file, keys, findings);
    return findings;
}

}  // namespace remise::house
