#include "db/folder_lock.h"

#include <sys/file.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <system_error>
#include <thread>

namespace remise::db {
namespace {

namespace fs = std::filesystem;

constexpr auto patience = std::chrono::seconds(10);
constexpr auto glance = std::chrono::milliseconds(5);

fs::path lockFile(const fs::path& data) {
    return data / "mysql.lock";
}

[[noreturn]] void fail(const std::string& tried) {
    throw std::system_error(errno, std::generic_category(), tried);
}

struct Owner {
    std::string process;
    Tenure tenure = Tenure::lasting;
};

constexpr auto passing = "passing";

Owner ownerIn(const fs::path& file) {
    std::string process, tenure;
    std::ifstream(file) >> process >> tenure;
    return {process, tenure == passing ? Tenure::passing : Tenure::lasting};
}

bool isAlive(const std::string& process) {
    const int pid = std::atoi(process.c_str());
    return pid > 0 && (kill(pid, 0) == 0 || errno == EPERM);
}

/// A dead program's database server may need a moment to die after it; its lock is then nobody's.
void waitForLock(int file, const fs::path& data) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (flock(file, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) fail("lock " + lockFile(data).string());
        const auto owner = ownerIn(lockFile(data));
        if (isAlive(owner.process) || std::chrono::steady_clock::now() > end)
            throw FolderInUse("The database in " + data.string() + " is in use by process " + owner.process,
                              owner.tenure);
        std::this_thread::sleep_for(glance);
    }
}

}  // namespace

FolderLock::FolderLock(const fs::path& data, Tenure tenure)
    : m_file(lockFile(data), O_RDWR | O_CREAT | O_NOFOLLOW) {
    waitForLock(file(), data);
    auto us = std::to_string(getpid());
    if (tenure == Tenure::passing) us += std::string(" ") + passing;
    if (ftruncate(file(), 0) != 0 || pwrite(file(), us.data(), us.size(), 0) < 0)
        fail("write " + lockFile(data).string());
}

}  // namespace remise::db
