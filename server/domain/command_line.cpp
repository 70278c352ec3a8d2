#include "server/domain/command_line.h"

#include <algorithm>

namespace remise::domain::cli {

Options optionsOf(Words words, const std::vector<std::string_view>& known) {
    Options options;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto equals = word->starts_with("--") ? word->find('=') : std::string_view::npos;
        const std::string_view name = word->substr(0, equals);
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError("unknown option " + std::string(name));
        if (equals == std::string_view::npos && ++word == words.end())
            throw UsageError(std::string(name) + " wants a value after it");
        options[name] = equals == std::string_view::npos ? *word : word->substr(equals + 1);
    }
    return options;
}

std::string required(const Options& options, std::string_view name) {
    const auto found = options.find(name);
    if (found == options.end() || found->second.empty()) throw UsageError(std::string(name) + " is missing");
    return std::string(found->second);
}

}  // namespace remise::domain::cli
