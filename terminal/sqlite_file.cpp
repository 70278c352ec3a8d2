#include "terminal/sqlite_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <QDebug>
#include <QSqlDatabase>
#include <QSqlError>

namespace remise::terminal {

namespace {

/// Badges travel in what is kept here.
constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;

QString freshName() {
    static int count = 0;
    return QString("terminal-%1").arg(++count);
}

StorageFault faultOf(const std::string& tried, const std::filesystem::path& path, const QSqlError& error) {
    // SQLite's numbers: permission, busy, locked, no memory, read-only, full, cannot open, no right. What is
    // above the lowest byte says more of the same.
    static const QList<int> hindrances{3, 5, 6, 7, 8, 13, 14, 23};
    const bool hindered = hindrances.contains(error.nativeErrorCode().toInt() & 0xff);
    return {"Cannot " + tried + " on " + path.string() + ": " + error.text().toStdString(),
            hindered ? StorageFault::Cause::hindered : StorageFault::Cause::damaged};
}

/// A file that is there may have been copied by somebody. Whether it can be opened is SQLite's to say; its
/// journal gets the rights of the file.
void makeOwned(const std::filesystem::path& path) {
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, ownerOnly);
    if (file < 0) return;
    if (::fchmod(file, ownerOnly) != 0) qWarning("%s can be read by others", path.c_str());
    ::close(file);
}

}  // namespace

SqliteFile::SqliteFile(std::filesystem::path path) : m_path(std::move(path)), m_name(freshName()) {
    makeOwned(m_path);
    ::chmod((m_path.string() + "-journal").c_str(), ownerOnly);  // where one is left
    try {
        open();
    } catch (const StorageFault&) {
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

void SqliteFile::open() {
    QSqlDatabase database = QSqlDatabase::addDatabase("QSQLITE", m_name);
    database.setDatabaseName(QString::fromStdString(m_path.string()));
    if (!database.open()) throw faultOf("open", m_path, database.lastError());
    execute("PRAGMA locking_mode=EXCLUSIVE");
    // A row of ours lies in one page, so that it can be found in a file whose tree is broken.
    execute("PRAGMA page_size=16384");
    execute("PRAGMA journal_mode=TRUNCATE");
    execute("PRAGMA synchronous=FULL");
    execute("PRAGMA secure_delete=ON");
}

SqliteFile::~SqliteFile() {
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

QSqlQuery SqliteFile::run(const QString& sql, const QVariantList& values) {
    if (m_isChanging) return execute(sql, values);
    if (m_hasFailed) reopen();
    try {
        return execute(sql, values);
    } catch (const StorageFault& fault) {
        if (fault.isDamage()) throw;
    }
    reopen();
    m_hasFailed = true;
    QSqlQuery done = execute(sql, values);
    m_hasFailed = false;
    return done;
}

QSqlQuery SqliteFile::execute(const QString& sql, const QVariantList& values) {
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool done = query.prepare(sql);
    for (const QVariant& value : values)
        query.addBindValue(value);
    done = done && query.exec();
    if (!done) throw faultOf(sql.toStdString(), m_path, query.lastError());
    return query;
}

/// A file that was opened while its disk could only be read stays so: it is opened anew.
void SqliteFile::reopen() {
    m_hasFailed = true;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
    open();
    m_hasFailed = false;
}

SqliteFile::Change::Change(SqliteFile& file) : m_file(file) {
    m_file.run("BEGIN IMMEDIATE");
    m_file.m_isChanging = true;
}

void SqliteFile::Change::keep() {
    m_file.execute("COMMIT");
    m_file.m_isChanging = m_isOpen = false;
}

SqliteFile::Change::~Change() {
    if (!m_isOpen) return;
    m_file.m_hasFailed = true;
    m_file.m_isChanging = false;
    try {
        m_file.execute("ROLLBACK");
    } catch (const StorageFault& fault) {
        // SQLite has rolled back by itself where the disk failed it.
        qWarning("%s", fault.what());
    }
}

}  // namespace remise::terminal
