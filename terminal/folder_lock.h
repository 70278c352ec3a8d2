#pragma once

#include <filesystem>

namespace remise::terminal {

/// This folder is ours as long as it lives, even when the program dies without a word: two terminals on one
/// folder would send each other's work.
class FolderLock {
public:
    /// Throws when another program has the folder, or it cannot be opened.
    explicit FolderLock(const std::filesystem::path& folder);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    int m_folder;
};

}  // namespace remise::terminal
