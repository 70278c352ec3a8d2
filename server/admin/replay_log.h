#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "db/settings.h"
#include "server/admin/client_options.h"
#include "server/domain/ids.h"

namespace remise::admin {

/// The binary logs of the database that was backed up, kept elsewhere: what was done after the backup, to be
/// run again up to a moment (not what came at it or later), or to the end.
class LogReplay {
public:
    /// Throws std::runtime_error when the dump names no place in the logs (the database kept none), or a log
    /// is missing in the folder.
    LogReplay(const std::filesystem::path& folder, std::optional<domain::Milliseconds> until,
              const std::filesystem::path& dump, std::string database);

    /// Throws std::runtime_error that says when, if tables or the database itself are dropped in them: to run
    /// that again would end where the accident did.
    void refuseDestruction() const;
    void run(const ClientOptions&) const;

private:
    /// The program that prints them as statements.
    [[nodiscard]] std::vector<std::string> reading(const std::string& option) const;

    std::string m_database, m_offset;
    std::optional<domain::Milliseconds> m_until;
    std::vector<std::string> m_files;
};

}  // namespace remise::admin
