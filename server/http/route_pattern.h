#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remise::http {

/// A path by segments, decoded; nothing when it is not one. A slash at the end changes nothing.
std::optional<std::vector<std::string>> pathSegments(std::string_view path);

/// "/api/v1/units/{code}" or "/static/{path...}", taken apart once.
class RoutePattern {
public:
    using Parameters = std::map<std::string, std::string>;

    explicit RoutePattern(std::string_view pattern);

    [[nodiscard]] std::optional<Parameters> match(const std::vector<std::string>& segments) const;
    /// Of two patterns that match the same path, the one that says more precisely which it means: words
    /// before names, names before a tail, from left to right.
    [[nodiscard]] bool isMorePreciseThan(const RoutePattern&) const;

private:
    enum class Kind : char { word, name, tail };  // in the order of precedence
    struct Segment {
        Kind kind;
        std::string text;
    };
    std::vector<Segment> m_segments;
};

}  // namespace remise::http
