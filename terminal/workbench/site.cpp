#include "terminal/workbench/site.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest = 4096;

/// The first line of a small file, without blanks around; empty when it is not there.
std::string lineOf(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    const auto first = line.find_first_not_of(" \t\r"), last = line.find_last_not_of(" \t\r");
    return first == line.npos || line.size() > longest ? "" : line.substr(first, last - first + 1);
}

std::string wordOf(const fs::path& commandLine, std::string_view name) {
    std::istringstream words(lineOf(commandLine));
    for (std::string word; words >> word;)
        if (word.starts_with(name)) return word.substr(name.size());
    return {};
}

bool isAddress(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

proof::PublicKeys keysIn(const fs::path& folder) {
    proof::PublicKeys keys;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(folder, none)) {
        const std::string name = entry.path().filename();
        if (!name.starts_with("key") || !name.ends_with(".pem")) continue;
        std::stringstream text;
        text << std::ifstream(entry.path()).rdbuf();
        const auto key = proof::PublicKey::fromPem(text.str());
        keys.emplace(key.id(), key);
    }
    return keys;
}

std::string firstOf(std::initializer_list<fs::path> files, std::string otherwise = {}) {
    for (const fs::path& file : files)
        if (std::string line = lineOf(file); !line.empty()) return line;
    return otherwise;
}

}  // namespace

Site proposedSite(const SitePlaces& places) {
    Site site;
    for (std::string address : {wordOf(places.commandLine, "remise.server="), lineOf(places.stick / "server"),
                                lineOf(places.network), lineOf(places.image / "server")}) {
        while (address.ends_with('/'))
            address.pop_back();
        if (isAddress(address) && std::ranges::find(site.servers, address) == site.servers.end())
            site.servers.push_back(std::move(address));
    }
    site.language = firstOf({places.stick / "language", places.image / "language"}, "fr");
    site.bench = firstOf({places.stick / "bench", places.image / "bench"});
    if (fs::exists(places.image / "certificate.pem")) site.certificate = places.image / "certificate.pem";
    site.madeAt = domain::parseTime(lineOf(places.image / "made")).value_or(0);
    return site;
}

Site readSite(const SitePlaces& places) {
    Site site = proposedSite(places);
    site.token = firstOf({places.stick / "token", places.image / "token"});
    site.keys = keysIn(places.image);
    if (site.keys.empty())
        throw std::runtime_error("this image knows no key of a server (" + places.image.string() +
                                 "/key.pem)");
    if (site.token.empty())
        throw std::runtime_error("this image has no token for the server (" + places.image.string() +
                                 "/token)");
    return site;
}

}  // namespace remise::workbench
