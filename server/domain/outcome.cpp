#include "server/domain/outcome.h"

namespace remise::domain {

std::string Refusal::text(Language language) const {
    const std::string_view pattern = language == Language::english ? m_kind->en : m_kind->fr;
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        const auto close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) return text += pattern.substr(at);
        text += pattern.substr(at, open - at);
        if (const auto detail = m_details.find(std::string(pattern.substr(open + 1, close - open - 1)));
            detail != m_details.end())
            text += detail->second;
        at = close + 1;
    }
    return text;
}

}  // namespace remise::domain
