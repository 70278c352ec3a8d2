#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

namespace remise::admin {

extern const std::string_view usage;

/// Whoever typed it reads the usage.
class WrongUse : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The command line of remise-admin. Names are without their dashes.
struct Arguments {
    std::string command;
    std::map<std::string, std::string> options;

    /// Throws WrongUse where it is missing.
    [[nodiscard]] std::string need(const std::string& name) const;
    [[nodiscard]] std::optional<std::string> get(const std::string& name) const;
    /// Throws WrongUse unless it is a number, 1 or more.
    [[nodiscard]] std::optional<std::size_t> count(const std::string& name) const;
};

/// Throws WrongUse for an unknown command, and for an option that the command would not heed.
Arguments readArguments(int argc, const char* const* argv);

}  // namespace remise::admin
