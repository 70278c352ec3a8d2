#include "server/admin/find_backup.h"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <vector>

#include "server/admin/backup_folder.h"
#include "server/domain/canonical.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using domain::Milliseconds;

constexpr std::string_view nameBegin = "remise-";
constexpr std::size_t toSeconds = sizeof("2026-11-22T13-50-07") - 1;

struct Backup {
    fs::path folder;
    std::optional<Milliseconds> completeAt;  ///< from then on it was certainly no more than the database held
    std::optional<std::int64_t> feedPlace;   ///< grows with the work that it holds, whatever the clocks say
};

/// What a damaged backup.json says counts as not said.
Backup readAbout(const fs::path& folder) {
    std::ifstream in(folder / aboutFile);
    std::string text;
    std::getline(in, text);
    try {
        const auto about = domain::readCanonical(text);
        const auto& place = about["feed_place"];
        return {folder, domain::parseTime(about.textOr("complete_at")),
                place.isInteger() ? std::optional(place.integer()) : std::nullopt};
    } catch (const domain::NotCanonical&) {
        return {folder, {}, {}};
    }
}

/// The latest date first.
std::vector<Backup> backupsIn(const fs::path& place) {
    std::vector<Backup> found;
    for (const auto& entry : fs::directory_iterator(place))
        if (isDatedName(entry.path().filename()) && fs::exists(entry.path() / sumsFile))
            found.push_back(readAbout(entry.path()));
    if (found.empty())
        throw BackupUnfit("there is no backup in " + place.string() +
                          " with a name like remise-2026-11-22T13-50-07Z; one of another name is found "
                          "when it is named itself");
    std::ranges::sort(found, std::ranges::greater(), &Backup::folder);
    return found;
}

/// Leaves those that were complete by then. One that does not say when it was may hold more than asked: it is
/// passed over, and named.
void keepUntil(std::vector<Backup>& backups, Milliseconds until, const fs::path& place) {
    std::string oldest;
    std::erase_if(backups, [&](const Backup& backup) {
        if (!backup.completeAt)
            std::cerr << (backup.folder / aboutFile).string() << " does not say when the backup was complete"
                      << std::endl;
        else if (*backup.completeAt > until)
            oldest = "; the oldest is of " + localTime(*backup.completeAt);
        return !backup.completeAt || *backup.completeAt > until;
    });
    if (backups.empty())
        throw BackupUnfit("no backup in " + place.string() + " was certainly complete by that moment" +
                          oldest);
}

}  // namespace

std::string datedName(Milliseconds at) {
    std::string name = std::string(nameBegin) + domain::formatTime(at).substr(0, toSeconds) + "Z";
    std::ranges::replace(name, ':', '-');
    return name;
}

bool isDatedName(const std::string& name) {
    if (!name.starts_with(nameBegin)) return false;
    std::string date = name.substr(nameBegin.size());
    for (const std::size_t colon : {std::size_t{13}, std::size_t{16}})
        if (colon < date.size() && date[colon] == '-') date[colon] = ':';
    const auto at = domain::parseTime(date);
    return at && datedName(*at) == name;
}

fs::path findBackup(const fs::path& path, std::optional<Milliseconds> until) {
    if (!fs::is_directory(path)) throw BackupUnfit(path.string() + " is no folder");
    const bool isOne = fs::exists(path / sumsFile) || fs::exists(path / databaseFile);
    auto backups = isOne ? std::vector{readAbout(path)} : backupsIn(path);
    if (until) keepUntil(backups, *until, path);
    const Backup& newest = backups.front();
    const Backup& fullest = *std::ranges::max_element(backups, {}, &Backup::feedPlace);
    if (newest.feedPlace && fullest.feedPlace > newest.feedPlace)
        throw BackupUnfit(fullest.folder.string() + " holds more work than " +
                          newest.folder.filename().string() +
                          ", which has a later date: a clock was wrong, or they are of two databases; "
                          "name the one you mean with --from");
    return newest.folder;
}

std::string announce(const fs::path& backup, Milliseconds now) {
    const auto complete = readAbout(backup).completeAt;
    std::string text = "brings back " + backup.string();
    text += complete ? ", complete at " + localTime(*complete) : ", which does not say when it was complete";
    if (complete && *complete > now)
        text += "\nthat is later than now: is this machine's clock right? was it then?";
    return text;
}

}  // namespace remise::admin
