#include "terminal/token_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <system_error>

namespace remise::terminal {

namespace {

constexpr mode_t ownerOnly = S_IRUSR | S_IWUSR;

std::filesystem::path fileIn(const std::filesystem::path& folder) {
    return folder / "token";
}

}  // namespace

std::string readToken(const std::filesystem::path& folder) {
    std::ifstream file(fileIn(folder));
    std::string token;
    std::getline(file, token);
    return token;
}

void writeToken(const std::filesystem::path& folder, const std::string& token) {
    std::filesystem::create_directories(folder);
    const std::string path = fileIn(folder);
    const std::string fresh = path + ".new";
    const int file = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, ownerOnly);
    const bool written = file >= 0 && ::fchmod(file, ownerOnly) == 0 &&
                         ::write(file, token.data(), token.size()) == static_cast<ssize_t>(token.size()) &&
                         ::fsync(file) == 0;
    const int fault = errno;
    if (file >= 0) ::close(file);
    if (!written) throw std::system_error(fault, std::generic_category(), "Cannot write " + fresh);
    std::filesystem::rename(fresh, path);
}

}  // namespace remise::terminal
