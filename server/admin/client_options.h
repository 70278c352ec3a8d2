#pragma once

#include <filesystem>
#include <string>

#include "db/settings.h"

namespace remise::admin {

/// A file that tells MariaDB's own programs how to reach a database, so that its password is on no command
/// line. Readable by its owner only; removed at the end of the scope.
class ClientOptions {
public:
    ClientOptions(std::filesystem::path file, const db::Settings&);
    ~ClientOptions();
    ClientOptions(const ClientOptions&) = delete;
    ClientOptions& operator=(const ClientOptions&) = delete;

    /// The first argument of such a program.
    [[nodiscard]] std::string argument() const { return "--defaults-file=" + m_file.string(); }

private:
    std::filesystem::path m_file;
};

}  // namespace remise::admin
