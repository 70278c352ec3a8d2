#include "labels/remise_label/words.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

namespace remise::labels::cli {

Options optionsOf(Words words, const std::vector<std::string_view>& known) {
    Options options;
    for (std::size_t at = 0; at < words.size(); at += 2) {
        const std::string name(words[at]);
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw UsageError("unknown option " + name);
        if (at + 1 == words.size()) throw UsageError(name + " wants a value after it");
        options[words[at]] = words[at + 1];
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
