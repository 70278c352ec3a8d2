#pragma once

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace remise::db {

/// A file descriptor that closes itself; a child program does not inherit it.
class OpenFile {
public:
    OpenFile(const std::filesystem::path& path, int flags)
        : OpenFile(open(path.c_str(), flags | O_CLOEXEC, 0600), path) {}
    /// Takes over what a system call returned; `tried` is for the message if that was an error.
    OpenFile(int number, const std::filesystem::path& tried) : m_number(number) {
        if (m_number < 0) throw std::system_error(errno, std::generic_category(), "open " + tried.string());
    }
    OpenFile(OpenFile&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    OpenFile& operator=(OpenFile&&) = delete;
    ~OpenFile() {
        if (m_number >= 0) close(m_number);
    }

    [[nodiscard]] int number() const { return m_number; }

private:
    int m_number;
};

}  // namespace remise::db
