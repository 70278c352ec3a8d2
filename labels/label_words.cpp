#include "labels/label_words.h"

#include <map>
#include <nlohmann/json.hpp>

#include "server/domain/embedded.h"

namespace remise::labels {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words wordsOf(domain::Language language) {
    const std::string file = std::string(domain::languageTag(language)) + ".json";
    return nlohmann::json::parse(embedded::labelWords().at(file)).get<Words>();
}

}  // namespace

const std::string* labelWord(std::string_view key, domain::Language language) {
    static const Words french = wordsOf(domain::Language::french);
    static const Words english = wordsOf(domain::Language::english);
    const Words& words = language == domain::Language::english ? english : french;
    const auto found = words.find(key);
    return found == words.end() ? nullptr : &found->second;
}

}  // namespace remise::labels
