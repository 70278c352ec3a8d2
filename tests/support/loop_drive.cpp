#include "tests/support/loop_drive.h"

#include <fcntl.h>
#include <linux/loop.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
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

}  // namespace

boost::test_tools::assertion_result mayMakeDrives(boost::unit_test::test_unit_id) {
    const int control = open("/dev/loop-control", O_RDWR | O_CLOEXEC);
    boost::test_tools::assertion_result may(control >= 0);
    if (control >= 0) close(control);
    if (!may) may.message() << "only root may make drives of files";
    return may;
}

LoopDrive::LoopDrive(const std::filesystem::path& folder, const std::string& name, std::uint64_t bytes,
                     std::string_view content, Writable writable)
    : m_file(folder / (name + "-" + std::to_string(getpid()))) {
    {
        std::string all;
        while (all.size() < bytes)
            all += content;
        std::ofstream(m_file, std::ios::binary).write(all.data(), static_cast<std::streamsize>(bytes));
    }
    const int behind = open(m_file.c_str(), O_RDWR | O_CLOEXEC);
    loop_config config{};
    config.fd = static_cast<__u32>(behind);
    config.info.lo_flags = LO_FLAGS_AUTOCLEAR;
    if (writable == Writable::no) config.info.lo_flags |= LO_FLAGS_READ_ONLY;
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
