#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remise::house {

/// Where a pattern was found, and what its groups hold; group 0 is all of it.
struct Match {
    std::size_t position;
    std::vector<std::string> groups;

    const std::string& operator[](std::size_t group) const { return groups.at(group); }
};

/// A regular expression. <regex> takes the compiler long, and runs slowly unless it is optimised: it stays in
/// one file.
class Pattern {
public:
    explicit Pattern(const char* expression);

    [[nodiscard]] bool isIn(std::string_view text) const { return firstIn(text).has_value(); }
    [[nodiscard]] std::optional<Match> firstIn(std::string_view text) const;
    [[nodiscard]] std::vector<Match> allIn(std::string_view text) const;
    /// Only where it is the whole text.
    [[nodiscard]] std::optional<Match> whole(std::string_view text) const;
    [[nodiscard]] std::string replacedIn(std::string_view text, const char* with) const;

private:
    struct Compiled;
    std::shared_ptr<const Compiled> m_compiled;
};

}  // namespace remise::house
