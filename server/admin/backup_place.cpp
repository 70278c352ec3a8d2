#include "server/admin/backup_place.h"

#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <stdexcept>
#include <string_view>
#include <system_error>
#include <vector>

#include "server/admin/backup_folder.h"
#include "server/admin/find_backup.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using db::OpenFile;

constexpr std::string_view unfinishedEnd = ".unfinished";

/// The lock that a running backup holds. A disk that knows no locks holds nobody up.
bool isHeldByAnother(const OpenFile& folder) {
    return flock(folder.number(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

void removeAbandoned(const fs::path& unfinished) {
    if (!fs::exists(unfinished)) return;
    if (isHeldByAnother({unfinished, O_RDONLY | O_DIRECTORY})) return;
    fs::remove_all(unfinished);
}

/// The dated ones, with this behind the date.
std::vector<fs::path> datedIn(const fs::path& place, std::string_view end = "") {
    std::vector<fs::path> folders;
    for (const auto& entry : fs::directory_iterator(place)) {
        const std::string name = entry.path().filename();
        if (entry.is_directory() && name.ends_with(end) &&
            isDatedName(name.substr(0, name.size() - end.size())))
            folders.push_back(entry.path());
    }
    return folders;
}

/// The names are in the order of their dates; `others` begins with the latest.
void warnOfLater(const std::vector<fs::path>& others, const fs::path& newest) {
    if (others.empty() || others.front().filename() < newest.filename()) return;
    std::cerr << others.front().string() << " has a later date than the backup just made, "
              << newest.filename().string() << ": is this machine's clock right?" << std::endl;
}

OpenFile lockedFolder(const fs::path& folder) {
    removeAbandoned(folder);
    if (fs::exists(folder))
        throw std::runtime_error(folder.string() + ": another backup is being made there");
    fs::create_directories(folder);
    fs::permissions(folder, fs::perms::owner_all);
    OpenFile lock(folder, O_RDONLY | O_DIRECTORY);
    (void)isHeldByAnother(lock);
    return lock;
}

}  // namespace

fs::path placeFor(const fs::path& to, domain::Milliseconds now) {
    if (!fs::exists(to)) return to;
    if (fs::exists(to / sumsFile))
        throw std::runtime_error(to.string() + " is a backup itself; name the folder around it");
    for (const fs::path& folder : datedIn(to, unfinishedEnd))
        removeAbandoned(folder);
    const fs::path place = to / datedName(now);
    if (fs::exists(place)) throw std::runtime_error(place.string() + " is there already");
    return place;
}

Unfinished::Unfinished(const fs::path& wanted)
    : m_wanted(wanted),
      m_folder(wanted.string() + std::string(unfinishedEnd)),
      m_lock(lockedFolder(m_folder)),
      m_lastWill([folder = m_folder] {
          std::error_code ignored;
          fs::remove_all(folder, ignored);
      }) {
}

Unfinished::~Unfinished() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

void Unfinished::finish() {
    fs::rename(m_folder, m_wanted);
    if (fsync(OpenFile(m_wanted.parent_path(), O_RDONLY | O_DIRECTORY).number()) != 0)
        throw std::system_error(errno, std::generic_category(), "write " + m_wanted.string() + " to disk");
}

void keepNewest(const fs::path& newest, std::size_t count) {
    checkBackup(newest);
    auto others = datedIn(newest.parent_path());
    // The new one stays whatever its name says: the clock may have gone back.
    std::erase_if(others, [&](const fs::path& folder) {
        return !fs::exists(folder / sumsFile) || folder.filename() == newest.filename();
    });
    std::sort(others.rbegin(), others.rend());
    warnOfLater(others, newest);
    for (std::size_t i = count - 1; i < others.size(); ++i) {
        // Under this name, what a removal that is cut off leaves is taken for no backup.
        const fs::path going = others[i].string() + std::string(unfinishedEnd);
        fs::rename(others[i], going);
        fs::remove_all(going);
    }
}

}  // namespace remise::admin
