#include "terminal/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>
#include <system_error>

namespace remise::terminal {

namespace {

/// What is kept here is nobody else's to read. A folder that all may use (/tmp) stays so: our files are
/// closed.
void closeToOthers(int folder) {
    struct stat seen {};
    if (::fstat(folder, &seen) != 0 || seen.st_uid != ::geteuid() || (seen.st_mode & S_ISVTX)) return;
    if (seen.st_mode & (S_IRWXG | S_IRWXO)) ::fchmod(folder, S_IRWXU);
}

}  // namespace

FolderLock::FolderLock(const std::filesystem::path& folder)
    : m_folder(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (m_folder < 0)
        throw std::system_error(errno, std::generic_category(), "Cannot open " + folder.string());
    if (::flock(m_folder, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_folder);
        throw std::runtime_error("Another terminal works in " + folder.string());
    }
    closeToOthers(m_folder);
}

FolderLock::~FolderLock() {
    ::close(m_folder);
}

}  // namespace remise::terminal
