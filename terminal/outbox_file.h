#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

#include "terminal/folder_lock.h"
#include "terminal/outbox_rows.h"

namespace remise::terminal {

/// The outbox on the disk: DIR/outbox.sqlite. Numbers the commands, one more each, and never gives a number
/// twice, however often it has been emptied. A damaged file is set aside as outbox-damaged-TIME.sqlite once
/// what is whole in it has been taken over.
class OutboxFile {
public:
    /// Throws StorageFault, or what FolderLock throws.
    explicit OutboxFile(const std::filesystem::path& folder);

    /// Everything that is kept, in order.
    [[nodiscard]] std::vector<KeptCommand> read();
    /// Keeps them all or none, and gives each its number: once this returns they are on the disk.
    void add(std::vector<domain::Command>& commands);
    /// At once: `done` need not be kept any more, `refused` wait for somebody to see it.
    void settle(const std::vector<std::int64_t>& done, const std::vector<std::int64_t>& refused);

    /// The highest number ever given; 0 at first.
    [[nodiscard]] std::int64_t lastNumber() const { return m_lastNumber; }
    /// Numbers go on after this one.
    void countFrom(std::int64_t number);

    /// Damaged files that lie in the folder: somebody has to look at them.
    [[nodiscard]] int damagedFiles() const;

private:
    void open();
    void takeOver();
    void dropUnkept();

    std::filesystem::path m_folder;
    FolderLock m_lock;
    std::unique_ptr<SqliteFile> m_file;
    std::int64_t m_lastNumber = 0;
};

}  // namespace remise::terminal
