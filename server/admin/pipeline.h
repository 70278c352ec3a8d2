#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace remise::db {
class OpenFile;
}

namespace remise::admin {

/// Programs of the system that work one behind the other, as a shell's `a | b`.
struct Pipeline {
    std::vector<std::vector<std::string>> programs;  ///< name and arguments of each
    std::filesystem::path input = "/dev/null";
    std::filesystem::path output = "/dev/null";  ///< made if it is not there, readable by its owner only

    /// Waits for all of them. Throws std::runtime_error that names those that failed, with
    /// their last words.
    void run() const;
    /// What the last one writes, instead of into `output`.
    [[nodiscard]] std::string text() const;

private:
    void runInto(const db::OpenFile&) const;
};

}  // namespace remise::admin
