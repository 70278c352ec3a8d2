#include "terminal/outbox_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDateTime>
#include <algorithm>
#include <iterator>

namespace remise::terminal {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view damagedBeginning = "outbox-damaged-";

/// A name changed in a folder is on the disk only once the folder is.
void syncFolder(const fs::path& folder) {
    const int handle = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = handle >= 0 && ::fsync(handle) == 0;
    const int fault = errno;
    if (handle >= 0) ::close(handle);
    if (!synced) throw std::system_error(fault, std::generic_category(), "Cannot sync " + folder.string());
}

/// An empty journal tells nothing.
void setJournalAside(const fs::path& from, const fs::path& to) {
    if (!fs::exists(from)) return;
    fs::is_empty(from) ? void(fs::remove(from)) : fs::rename(from, to);
}

fs::path journalOf(const fs::path& file) {
    return file.string() + "-journal";
}

fs::path freeName(const fs::path& folder) {
    const auto now = QDateTime::currentDateTimeUtc().toString("yyyyMMdd-hhmmss-zzz").toStdString();
    fs::path name = folder / (std::string(damagedBeginning) + now + ".sqlite");
    for (int more = 2; fs::exists(name); ++more)
        name = folder / (std::string(damagedBeginning) + now + "-" + std::to_string(more) + ".sqlite");
    return name;
}

}  // namespace

OutboxFile::OutboxFile(const fs::path& folder) : m_folder(folder), m_lock(folder) {
    open();
    m_lastNumber = readOutbox(*m_file).lastNumber;
}

/// A file gets its name once it is complete. One without its name is complete, too, when the file that it
/// replaces is away already.
void OutboxFile::open() {
    const fs::path path = m_folder / "outbox.sqlite", fresh = m_folder / "outbox.sqlite.new";
    if (!fs::exists(path) && fs::exists(fresh) && openWholeOutbox(fresh)) fs::rename(fresh, path);
    if (fs::exists(path)) {
        m_file = openWholeOutbox(path);
        if (!m_file) takeOver();
        return;
    }
    fs::remove(fresh);
    fs::remove(journalOf(fresh));
    makeOutbox(fresh, {}).reset();
    fs::rename(fresh, path);
    syncFolder(m_folder);
    m_file = std::make_unique<SqliteFile>(path);
}

void OutboxFile::takeOver() {
    const fs::path path = m_folder / "outbox.sqlite", fresh = m_folder / "outbox.sqlite.new";
    const OutboxRows rows = salvageOutbox(path);
    fs::remove(fresh);
    fs::remove(journalOf(fresh));
    makeOutbox(fresh, rows).reset();
    const fs::path aside = freeName(m_folder);
    // The journal goes first: it must never be played back into the new file.
    setJournalAside(journalOf(path), journalOf(aside));
    fs::rename(path, aside);
    fs::rename(fresh, path);
    syncFolder(m_folder);
    qWarning("%s was damaged: %zu commands were taken over, it is kept as %s", path.c_str(),
             rows.commands.size(), aside.c_str());
    m_file = std::make_unique<SqliteFile>(path);
}

std::vector<KeptCommand> OutboxFile::read() {
    return readOutbox(*m_file).commands;
}

/// A disk that fails at the very end of a change may have made it, although we said that it was not kept. It
/// is dropped at once; where the disk fails here too, by the next change.
void OutboxFile::dropUnkept() {
    m_file->run("DELETE FROM command WHERE number > ?", {QVariant::fromValue<qlonglong>(m_lastNumber)});
}

void OutboxFile::add(std::vector<domain::Command>& commands) {
    std::int64_t number = m_lastNumber;
    for (domain::Command& command : commands)
        command.counter = ++number;
    try {
        SqliteFile::Change change(*m_file);
        dropUnkept();
        for (const domain::Command& command : commands)
            insertCommand(*m_file, {command});
        noteLastNumber(*m_file, number);
        change.keep();
    } catch (const StorageFault&) {
        dropUnkept();
        throw;
    }
    m_lastNumber = number;
}

void OutboxFile::settle(const std::vector<std::int64_t>& done, const std::vector<std::int64_t>& refused) {
    if (done.empty() && refused.empty()) return;
    SqliteFile::Change change(*m_file);
    dropUnkept();
    for (const std::int64_t number : done)
        m_file->run("DELETE FROM command WHERE number = ?", {QVariant::fromValue<qlonglong>(number)});
    for (const std::int64_t number : refused)
        m_file->run("UPDATE command SET waits = ? WHERE number = ?",
                    {static_cast<int>(Waits::person), QVariant::fromValue<qlonglong>(number)});
    change.keep();
}

void OutboxFile::countFrom(std::int64_t number) {
    if (number <= m_lastNumber) return;
    SqliteFile::Change change(*m_file);
    dropUnkept();
    noteLastNumber(*m_file, number);
    change.keep();
    m_lastNumber = number;
}

int OutboxFile::damagedFiles() const {
    const auto isDamaged = [](const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        return name.starts_with(damagedBeginning) && name.ends_with(".sqlite");
    };
    return static_cast<int>(
        std::count_if(fs::directory_iterator(m_folder), fs::directory_iterator(), isDamaged));
}

}  // namespace remise::terminal
