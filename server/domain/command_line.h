#pragma once

#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The words typed behind a program's name, and how all our programs of many commands read them.
namespace remise::domain::cli {

using Words = std::span<const std::string_view>;
using Options = std::map<std::string_view, std::string_view>;

/// The command was typed wrong: exit 2, with a word on what is right.
struct UsageError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// `--name value` or `--name=value`; a name that is not `known` or has no value is a UsageError.
Options optionsOf(Words words, const std::vector<std::string_view>& known);
/// The value of an option that must be there.
std::string required(const Options& options, std::string_view name);

}  // namespace remise::domain::cli
