#include "server/admin/backup_folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <map>
#include <sstream>
#include <system_error>
#include <vector>

#include "db/open_file.h"
#include "server/proof/sha256.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using db::OpenFile;

constexpr auto timeForm = "%Y-%m-%d %H:%M:%S";

[[noreturn]] void fail(const std::string& tried) {
    throw std::system_error(errno, std::generic_category(), tried);
}

void sync(const fs::path& path) {
    const OpenFile file(path, O_RDONLY);
    if (fsync(file.number()) != 0) fail("write " + path.string() + " to disk");
}

/// By name; the sums themselves are not among them.
std::vector<std::string> filesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().filename() != sumsFile) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
}

/// Lines of `sha256sum`: 64 digits, two blanks, the name.
std::map<std::string, domain::Digest> readSums(const fs::path& file) {
    constexpr std::size_t digits = 64, nameAt = digits + 2;
    std::map<std::string, domain::Digest> sums;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        const auto digest = domain::Digest::parse(line.substr(0, digits));
        if (!digest || line.size() <= nameAt || in.eof())
            throw BackupUnfit(file.string() + " is damaged: '" + line + "'");
        sums.emplace(line.substr(nameAt), *digest);
    }
    return sums;
}

}  // namespace

domain::Digest sumOf(const fs::path& path) {
    const OpenFile file(path, O_RDONLY);
    std::vector<char> piece(1 << 20);
    proof::Sha256 sum;
    for (;;) {
        const ssize_t got = read(file.number(), piece.data(), piece.size());
        if (got < 0) fail("read " + path.string());
        if (got == 0) return sum.digest();
        sum.add({piece.data(), static_cast<std::size_t>(got)});
    }
}

void writeFile(const fs::path& path, const std::string& content) {
    const OpenFile file(path, O_WRONLY | O_CREAT | O_TRUNC);
    if (write(file.number(), content.data(), content.size()) != static_cast<ssize_t>(content.size()) ||
        fsync(file.number()) != 0)
        fail("write " + path.string());
    sync(path.parent_path());
}

void closeBackup(const fs::path& folder) {
    std::string sums;
    for (const std::string& name : filesIn(folder)) {
        sums += sumOf(folder / name).hex() + "  " + name + "\n";
        sync(folder / name);
    }
    writeFile(folder / sumsFile, sums);
}

void checkBackup(const fs::path& folder) {
    const auto sums = readSums(folder / sumsFile);
    for (const char* needed : {databaseFile, aboutFile, carriedFiles[0]})
        if (!sums.contains(needed))
            throw BackupUnfit((folder / sumsFile).string() + " is cut short: it does not name " + needed);
    const auto names = filesIn(folder);
    for (const auto& [name, sum] : sums) {
        if (!std::binary_search(names.begin(), names.end(), name))
            throw BackupUnfit((folder / name).string() + " is missing");
        if (sumOf(folder / name) != sum)
            throw BackupUnfit((folder / name).string() +
                              " is not as it was written: cut short, or changed since");
    }
    for (const std::string& name : names)
        if (!sums.contains(name))
            throw BackupUnfit((folder / name).string() + " does not belong to the backup: not in " +
                              sumsFile);
}

std::optional<domain::Milliseconds> readLocalTime(const std::string& text) {
    std::tm parts{};
    const char* const end = strptime(text.c_str(), timeForm, &parts);
    if (end == nullptr || *end != '\0') return {};
    parts.tm_isdst = -1;  // as it was then
    const std::time_t at = std::mktime(&parts);
    if (at < 0) return {};
    return static_cast<domain::Milliseconds>(at) * 1000;
}

std::string localTime(domain::Milliseconds at) {
    const auto seconds = static_cast<std::time_t>(at / 1000);
    std::tm parts{};
    localtime_r(&seconds, &parts);
    std::ostringstream text;
    text << std::put_time(&parts, timeForm);
    return text.str();
}

}  // namespace remise::admin
