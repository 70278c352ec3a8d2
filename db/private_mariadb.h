#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "db/folder_lock.h"
#include "db/settings.h"

namespace remise::db {

/// A MariaDB of our own in DATA/mysql: made at the first start, listening on a Unix socket only, started
/// again when it dies, stopped with this object and killed by the kernel if this program dies.
class PrivateMariadb {
public:
    struct Options {
        std::size_t bufferPoolMebibytes = 128;
        std::size_t logMebibytes = 32;
        std::vector<std::string> more;  ///< further options of mariadbd
        Tenure tenure = Tenure::lasting;
    };

    /// Returns when the database answers. Throws FolderInUse if a living program has the folder, and
    /// std::runtime_error with the end of its log if the database server gives up.
    PrivateMariadb(const std::filesystem::path& data, const Options&);
    explicit PrivateMariadb(const std::filesystem::path& data);
    ~PrivateMariadb();
    PrivateMariadb(const PrivateMariadb&) = delete;
    PrivateMariadb& operator=(const PrivateMariadb&) = delete;

    /// How to reach the database `remise` in it.
    [[nodiscard]] const Settings& settings() const;
    /// The server's process, 0 while none runs.
    [[nodiscard]] pid_t process() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::db
