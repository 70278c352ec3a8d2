#include "tests/house/pattern.h"

#include <iterator>
#include <regex>

namespace remise::house {
namespace {

Match matchOf(const std::cmatch& found) {
    Match match{static_cast<std::size_t>(found.position()), {}};
    for (const auto& group : found)
        match.groups.push_back(group.str());
    return match;
}

}  // namespace

struct Pattern::Compiled {
    std::regex regex;
};

Pattern::Pattern(const char* expression)
    : m_compiled(std::make_shared<const Compiled>(Compiled{std::regex(expression)})) {
}

std::optional<Match> Pattern::firstIn(std::string_view text) const {
    std::cmatch found;
    if (!std::regex_search(text.data(), text.data() + text.size(), found, m_compiled->regex)) return {};
    return matchOf(found);
}

std::vector<Match> Pattern::allIn(std::string_view text) const {
    std::vector<Match> all;
    std::cregex_iterator at(text.data(), text.data() + text.size(), m_compiled->regex);
    for (; at != std::cregex_iterator(); ++at)
        all.push_back(matchOf(*at));
    return all;
}

std::optional<Match> Pattern::whole(std::string_view text) const {
    std::cmatch found;
    if (!std::regex_match(text.data(), text.data() + text.size(), found, m_compiled->regex)) return {};
    return matchOf(found);
}

std::string Pattern::replacedIn(std::string_view text, const char* with) const {
    std::string replaced;
    std::regex_replace(std::back_inserter(replaced), text.begin(), text.end(), m_compiled->regex, with);
    return replaced;
}

}  // namespace remise::house
