#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

namespace remise::campaign {

/// What this worker was told, a line each, written before the next thing is done: `stored ID` (its outbox has
/// it), `done ID` (its screen says so), `heard ID` (a refusal was read), `label CODE`. A killed process loses
/// no line that it has written, so nothing waits for the disk.
class Journal {
public:
    explicit Journal(const std::filesystem::path& file)
        : m_file(::open(file.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600)) {
        if (m_file < 0) fail("open " + file.string());
    }
    ~Journal() { ::close(m_file); }
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    void note(const char* what, const std::string& about) {
        const std::string line = std::string(what) + " " + about + "\n";
        if (::write(m_file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            fail("write " + line);
    }

private:
    [[noreturn]] static void fail(const std::string& tried) {
        throw std::system_error(errno, std::generic_category(), tried);
    }

    int m_file;
};

}  // namespace remise::campaign
