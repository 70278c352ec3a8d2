#include "tests/support/loop_drive.h"

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace remise::test {
namespace {

/// Somebody else may take the free one first.
std::filesystem::path attach(const loop_config& config, int& descriptor) {
    const int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
    for (int tries = 0; control >= 0 && tries < 100; ++tries) {
        const std::filesystem::path device = "/dev/loop" + std::to_string(ioctl(control, LOOP_CTL_GET_FREE));
        descriptor = open(device.c_str(), O_RDWR | O_CLOEXEC);
        if (descriptor >= 0 && ioctl(descriptor, LOOP_CONFIGURE, &config) == 0) {
            close(control);
            return device;
        }
        if (descriptor >= 0) close(descriptor);
    }
    if (control >= 0) close(control);
    throw std::runtime_error("Cannot make a loop device");
}

void fillFile(const std::filesystem::path& path, std::uint64_t bytes, std::string_view content) {
    std::string piece;
    while (piece.size() < 1024 * 1024)
        piece += content;
    std::ofstream file(path, std::ios::binary);
    for (std::uint64_t done = 0; done < bytes; done += piece.size())
        file.write(piece.data(),
                   static_cast<std::streamsize>(std::min<std::uint64_t>(piece.size(), bytes - done)));
}

}  // namespace

bool canMakeDrives() {
    const int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
    if (control >= 0) close(control);
    return control >= 0;
}

LoopDrive::LoopDrive(const std::filesystem::path& folder, const std::string& name, std::uint64_t bytes,
                     std::string_view content, Through through)
    : m_file(folder / (name + "-" + std::to_string(getpid()))) {
    fillFile(m_file, bytes, content);
    const int behind = open(m_file.c_str(), O_RDWR | O_CLOEXEC);
    loop_config config{};
    config.fd = static_cast<__u32>(behind);
    config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
    if (through == Through::direct) config.info.lo_flags |= LO_FLAGS_DIRECT_IO;
    m_device = attach(config, m_descriptor);
    close(behind);
}

LoopDrive::~LoopDrive() {
    close(m_descriptor);  // the last one that has it open lets it go
}

std::string LoopDrive::content() const {
    std::ifstream file(m_file, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void LoopDrive::change(std::uint64_t offset, std::string_view bytes) const {
    std::fstream file(m_file, std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(offset));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

}  // namespace remise::test
