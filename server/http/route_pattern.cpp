#include "server/http/route_pattern.h"

#include <algorithm>

#include "server/http/escapes.h"

namespace remise::http {

std::optional<std::vector<std::string>> pathSegments(std::string_view path) {
    if (!path.starts_with('/')) return {};
    path.remove_prefix(1);
    if (path.ends_with('/')) path.remove_suffix(1);
    std::vector<std::string> segments;
    if (path.empty()) return segments;
    for (const std::string_view part : split(path, '/')) {
        auto segment = percentDecode(part, PlusSign::isPlus);
        if (!segment || segment->empty() || !isPlainText(*segment)) return {};
        segments.push_back(std::move(*segment));
    }
    return segments;
}

RoutePattern::RoutePattern(std::string_view pattern) {
    pattern.remove_prefix(1);
    if (pattern.empty()) return;
    for (std::string_view part : split(pattern, '/')) {
        if (!part.starts_with('{')) {
            m_segments.push_back({Kind::word, std::string(part)});
            continue;
        }
        part = part.substr(1, part.size() - 2);
        const bool isTail = part.ends_with("...");
        m_segments.push_back(
            {isTail ? Kind::tail : Kind::name, std::string(isTail ? part.substr(0, part.size() - 3) : part)});
    }
}

std::optional<RoutePattern::Parameters> RoutePattern::match(const std::vector<std::string>& segments) const {
    const bool hasTail = !m_segments.empty() && m_segments.back().kind == Kind::tail;
    if (hasTail ? segments.size() < m_segments.size() : segments.size() != m_segments.size()) return {};
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (m_segments[i].kind == Kind::word && m_segments[i].text != segments[i]) return {};
    Parameters parameters;
    for (std::size_t i = 0; i < m_segments.size(); ++i)
        if (m_segments[i].kind != Kind::word) parameters[m_segments[i].text] = segments[i];
    if (hasTail)
        for (std::size_t i = m_segments.size(); i < segments.size(); ++i)
            parameters[m_segments.back().text] += '/' + segments[i];
    return parameters;
}

bool RoutePattern::isMorePreciseThan(const RoutePattern& other) const {
    return std::lexicographical_compare(m_segments.begin(), m_segments.end(), other.m_segments.begin(),
                                        other.m_segments.end(),
                                        [](const Segment& a, const Segment& b) { return a.kind < b.kind; });
}

}  // namespace remise::http
