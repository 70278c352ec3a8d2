#include "labels/remise_label/words.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace remise::labels::cli {

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

void save(const std::string& file, const std::string& bytes) {
    std::ofstream out(file, std::ios::binary);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::system_error(errno, std::generic_category(), "cannot write " + file);
}

}  // namespace remise::labels::cli
