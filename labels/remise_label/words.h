#pragma once

#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// What the commands of remise-label share: the words that were typed and how they are read.
namespace remise::labels::cli {

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
/// Throws when the file cannot be written whole.
void save(const std::string& file, const std::string& bytes);

// The commands, one file each: what is typed after the command's name; the program's exit code.
int draw(Words words);
int read(Words words);
int printers(Words words);
int print(Words words);
int decode(Words words);
int scan(Words words);

}  // namespace remise::labels::cli
