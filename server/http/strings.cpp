#include "server/http/strings.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace remise::http {
namespace {

using domain::Language;

constexpr Language languages[] = {Language::french, Language::english};

[[noreturn]] void complain(std::string_view file, const std::string& what) {
    throw std::invalid_argument("strings/" + std::string(file) + ": " + what);
}

void readFile(std::string_view name, std::string_view text, Strings::Table& table) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) complain(name, "no JSON object");
    for (const auto& [key, value] : json.items()) {
        if (!value.is_string()) complain(name, key + " is no text");
        if (!table.emplace(key, value.get<std::string>()).second) complain(name, key + " is given twice");
    }
}

void requireSameKeys(const Strings::Table& table, const Strings::Table& other, std::string_view otherTag) {
    for (const auto& [key, text] : table)
        if (!other.contains(key)) complain(otherTag, "has no " + key);
}

}  // namespace

Strings::Strings(const embedded::Files& files) {
    for (const Language language : languages)
        for (const auto& [name, text] : files)
            if (name.ends_with(std::string(languageTag(language)) + ".json"))
                readFile(name, text, m_tables[language]);
    for (const Language language : languages)
        for (const Language other : languages)
            requireSameKeys(m_tables[language], m_tables[other], languageTag(other));
}

std::string Strings::text(std::string_view key, Language language, const Details& details) const {
    const Table& known = table(language);
    const auto found = known.find(key);
    if (found == known.end()) throw std::logic_error("no string named " + std::string(key));
    std::string text = found->second;
    for (const auto& [name, value] : details)
        if (const auto at = text.find('{' + name + '}'); at != text.npos)
            text.replace(at, name.size() + 2, value);
    return text;
}

const Strings::Table& Strings::table(Language language) const {
    return m_tables.at(language);
}

}  // namespace remise::http
