#include <algorithm>
#include <chrono>
#include <cstdio>
#include <stdexcept>

#include "drivers/disks/erase_drives.h"
#include "tests/bench/bench.h"
#include "tests/support/loop_drive.h"
#include "tests/support/temporary_folder.h"

namespace remise::bench {
namespace {

namespace disks = drivers::disks;
using Seconds = std::chrono::duration<double>;

constexpr std::uint64_t megabyte = 1024 * 1024;
constexpr std::uint64_t size = 512 * megabyte;
constexpr int rounds = 5;

template <typename Work>
double secondsOf(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

void run(const std::string& line) {
    if (std::system((line + " > /dev/null 2>&1").c_str()) != 0) throw std::runtime_error(line + " failed");
}

void eraseOurs(const test::LoopDrive& drive) {
    disks::EraseOrder order;
    order.serials = {drive.serial()};
    order.look.notHardware = disks::Take::yes;
    if (disks::eraseDrives(order).at(0).ending != disks::Ending::erased)
        throw std::logic_error("the drive was not erased");
}

void writeAndRead(const test::LoopDrive& drive) {
    const std::string device = drive.device();
    run("dd if=/dev/zero of=" + device + " bs=1M count=" + std::to_string(size / megabyte) +
        " oflag=direct conv=fsync");
    run("dd if=" + device + " of=/dev/null bs=1M iflag=direct");
}

void eraseWithNwipe(const test::LoopDrive& drive, const std::filesystem::path& folder) {
    run("nwipe --autonuke --nogui --nowait --method=zero --verify=last --noblank --logfile=" +
        (folder / "nwipe.log").string() + " " + drive.device().string());
}

double megabytesASecond(double seconds) {
    return static_cast<double>(size / megabyte) / seconds;
}

bool isThere(const std::string& program) {
    return std::system(("command -v " + program + " > /dev/null").c_str()) == 0;
}

}  // namespace

/// Overwriting and reading all of a drive again, of a file that is read and written past the cache; the best
/// of some rounds that take turns, as the disk below is everybody's.
std::vector<Figure> measureErasure() {
    if (!test::canMakeDrives()) {
        std::puts("bench erase skipped: only root may make drives of files");
        return {};
    }
    const test::TemporaryFolder folder;
    const test::LoopDrive drive(folder.path(), "bench-drive", size, "content ",
                                test::LoopDrive::Through::direct);
    double ours = 1e9, plain = 1e9;
    for (int round = 0; round < rounds; ++round) {
        ours = std::min(ours, secondsOf([&] { eraseOurs(drive); }));
        plain = std::min(plain, secondsOf([&] { writeAndRead(drive); }));
    }
    const double reference = megabytesASecond(plain);
    const std::string against = "dd with direct I/O, write then read, 1 MiB blocks";
    std::vector<Figure> figures{{"erase", megabytesASecond(ours), reference, "MiB/s", against}};
    if (isThere("nwipe")) {
        const double others = secondsOf([&] { eraseWithNwipe(drive, folder.path()); });
        figures.push_back({"erase_nwipe", megabytesASecond(others), reference, "MiB/s", against});
    }
    return figures;
}

}  // namespace remise::bench
