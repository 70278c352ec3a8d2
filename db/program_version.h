#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace remise::db {

struct ProgramVersion {
    int major = 0;
    int minor = 0;
    int patch = 0;

    auto operator<=>(const ProgramVersion&) const = default;
    [[nodiscard]] std::string text() const;

    /// "1.2.3"; throws std::invalid_argument on anything else.
    static ProgramVersion parse(std::string_view);
    /// This program's.
    static ProgramVersion current();
    /// The oldest program that can still work on the tables as this program's migrations leave them. Raise it
    /// with the migration that takes away what older ones need.
    static ProgramVersion oldest() { return {0, 1, 0}; }
};

}  // namespace remise::db
