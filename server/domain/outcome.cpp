#include "server/domain/outcome.h"

namespace remise::domain {
namespace {

constexpr std::size_t longestDetail = 160;

/// Cut between two characters: half of one would be no UTF-8, and no reply could carry it.
void shorten(std::string& text) {
    if (text.size() <= longestDetail) return;
    std::size_t end = longestDetail;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
        --end;
    text.replace(end, text.npos, "…");
}

}  // namespace

Refusal::Refusal(const Refusal&) = default;
Refusal::Refusal(Refusal&&) noexcept = default;
Refusal& Refusal::operator=(const Refusal&) = default;
Refusal& Refusal::operator=(Refusal&&) noexcept = default;
Refusal::~Refusal() = default;

Refusal::Refusal(const RefusalKind& kind, Details details, Worded worded)
    : m_kind(&kind), m_details(std::move(details)), m_worded(std::move(worded)) {
    for (auto& [name, detail] : m_details)
        shorten(detail);
}

Refusal::Details Refusal::details(Language language) const {
    Details all = m_details;
    for (const auto& [name, words] : m_worded)
        all.insert_or_assign(name, words.in(language));
    return all;
}

std::string Refusal::text(Language language) const {
    const std::string_view pattern = language == Language::english ? m_kind->en : m_kind->fr;
    const Details all = details(language);
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        const auto close = open == pattern.npos ? open : pattern.find('}', open);
        if (close == pattern.npos) return text += pattern.substr(at);
        text += pattern.substr(at, open - at);
        if (const auto detail = all.find(std::string(pattern.substr(open + 1, close - open - 1)));
            detail != all.end())
            text += detail->second;
        at = close + 1;
    }
    return text;
}

}  // namespace remise::domain
