#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

#include "db/open_file.h"
#include "server/admin/last_will.h"
#include "server/domain/ids.h"

/// Where backups are made: beside each other, named by their dates.
namespace remise::admin {

/// Where the next backup goes: `to` itself, or, when that is a folder already, in it. What a backup that was
/// cut off has left in that folder is removed. Throws std::runtime_error when `to` is a backup itself.
std::filesystem::path placeFor(const std::filesystem::path& to, domain::Milliseconds now);

/// A folder beside `wanted` that is gone again unless it becomes it, also when the program is asked to end.
class Unfinished {
public:
    explicit Unfinished(const std::filesystem::path& wanted);
    ~Unfinished();
    Unfinished(const Unfinished&) = delete;
    Unfinished& operator=(const Unfinished&) = delete;

    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }
    void finish();

private:
    std::filesystem::path m_wanted, m_folder;
    db::OpenFile m_lock;  ///< as long as it is held, nobody takes the folder for an abandoned one
    LastWill m_lastWill;
};

/// Removes all dated backups beside `newest` but the `count` - 1 of the latest dates, once `newest` has
/// proven whole: throws BackupUnfit and removes nothing when it is not.
void keepNewest(const std::filesystem::path& newest, std::size_t count);

}  // namespace remise::admin
