#pragma once

#include <QSqlQuery>
#include <QString>
#include <QVariantList>
#include <filesystem>
#include <stdexcept>

namespace remise::terminal {

/// What the terminal keeps could not be read or written. Says what was tried on which file.
class StorageFault : public std::runtime_error {
public:
    enum class Cause {
        damaged,   ///< what is in the file makes no sense, or cannot be read
        hindered,  ///< the file may be whole: no room, no right to write, another program has it
    };

    StorageFault(const std::string& what, Cause cause) : std::runtime_error(what), m_cause(cause) {}
    [[nodiscard]] bool isDamage() const { return m_cause == Cause::damaged; }

private:
    Cause m_cause;
};

/// One SQLite file of this program alone, where a change is on the disk before the call returns. It keeps a
/// rollback journal and no write-ahead log: a log that is damaged loses its end without a word, a damaged
/// file of pages shows.
class SqliteFile {
public:
    /// Opens the file or makes it, readable by its owner only.
    explicit SqliteFile(std::filesystem::path path);
    ~SqliteFile();
    SqliteFile(const SqliteFile&) = delete;
    SqliteFile& operator=(const SqliteFile&) = delete;

    /// Throws StorageFault. Outside a change it is tried on the file opened anew first, where the disk
    /// hindered it.
    QSqlQuery run(const QString& sql, const QVariantList& values = {});

    /// Takes back what was done in it unless keep() was reached.
    class Change {
    public:
        explicit Change(SqliteFile& file);
        ~Change();
        Change(const Change&) = delete;
        Change& operator=(const Change&) = delete;
        void keep();

    private:
        SqliteFile& m_file;
        bool m_isOpen = true;
    };

private:
    void open();
    void reopen();
    QSqlQuery execute(const QString& sql, const QVariantList& values = {});

    std::filesystem::path m_path;
    QString m_name;             ///< of the connection, for Qt
    bool m_hasFailed = false;   ///< the file is opened anew before the next change
    bool m_isChanging = false;  ///< a change is under way
};

}  // namespace remise::terminal
