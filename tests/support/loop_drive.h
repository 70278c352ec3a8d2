#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace remise::test {

/// Whether this process may make block devices of files: root, mostly.
[[nodiscard]] bool canMakeDrives();

/// A file that is a drive: a real block device of the kernel, gone with the test however that ends. Its
/// serial is the file's name: `name` and a number, so that tests that run at the same time do not meet.
class LoopDrive {
public:
    /// `direct` goes past the cache of the computer that has the file.
    enum class Through { cache, direct };
    /// Makes the file, full of `content` again and again.
    LoopDrive(const std::filesystem::path& folder, const std::string& name, std::uint64_t bytes,
              std::string_view content, Through = Through::cache);
    ~LoopDrive();
    LoopDrive(const LoopDrive&) = delete;
    LoopDrive& operator=(const LoopDrive&) = delete;

    [[nodiscard]] const std::filesystem::path& device() const { return m_device; }
    [[nodiscard]] std::string serial() const { return m_file.filename(); }
    /// What the drive holds, read from the file.
    [[nodiscard]] std::string content() const;
    /// Changes what it holds behind the device's back.
    void change(std::uint64_t offset, std::string_view bytes) const;

private:
    std::filesystem::path m_file;
    std::filesystem::path m_device;
    int m_descriptor = -1;
};

}  // namespace remise::test
