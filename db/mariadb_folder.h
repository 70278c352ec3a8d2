#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "db/account.h"
#include "db/folder_lock.h"

namespace remise::db {

/// The files of a private MariaDB in a data folder:
///   DATA/mysql         the database        DATA/mysql.lock    held while it is in use
///   DATA/mysql.log     what it says        DATA/mysql.socket  where the running one listens
///   DATA/mysql.tmp     its temporary files: a server that starts clears its folder for these, also of what
///                      another one is using there
class MariadbFolder {
public:
    /// Takes the lock, decides who the database server runs as, and makes the database if there is none.
    MariadbFolder(std::filesystem::path data, const std::vector<std::string>& initialOptions, Tenure);
    ~MariadbFolder();
    MariadbFolder(const MariadbFolder&) = delete;
    MariadbFolder& operator=(const MariadbFolder&) = delete;

    [[nodiscard]] std::filesystem::path database() const { return m_data / "mysql"; }
    [[nodiscard]] std::filesystem::path temporary() const { return m_data / "mysql.tmp"; }
    [[nodiscard]] std::filesystem::path log() const { return m_data / "mysql.log"; }
    [[nodiscard]] const std::filesystem::path& socket() const { return m_socket; }
    [[nodiscard]] const Account& account() const { return m_account; }
    [[nodiscard]] const FolderLock& lock() const { return m_lock; }
    /// The log's last lines, for error messages.
    [[nodiscard]] std::string endOfLog() const;

    /// Tells programs that come later where the database listens.
    void announce() const;

private:
    void makeDatabase(const std::vector<std::string>& initialOptions) const;
    void giveFiles() const;
    void chooseSocket();

    std::filesystem::path m_data;
    FolderLock m_lock;
    Account m_account;
    std::filesystem::path m_socket;
};

/// Where the database of a data folder in use listens; waits for one that is just starting. Throws
/// std::runtime_error if nothing shows up.
std::filesystem::path announcedSocket(const std::filesystem::path& data);

}  // namespace remise::db
