#include "terminal/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>

namespace remise::terminal {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (m_folder < 0)
        throw std::system_error(errno, std::generic_category(), "Cannot open " + folder.string());
    if (::flock(m_folder, LOCK_EX | LOCK_NB) == 0) return;
    ::close(m_folder);
    throw std::runtime_error("Another terminal works in " + folder.string());
}

FolderLock::~FolderLock() {
    ::close(m_folder);
}

}  // namespace remise::terminal
