#include "drivers/disks/in_use.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <vector>

namespace remise::drivers::disks {
namespace {

namespace fs = std::filesystem;

/// Where the system that runs now has its own files, or a live system the medium that it came from.
constexpr std::array<std::string_view, 6> bootPlaces{
    "/", "/boot", "/boot/efi", "/run/live/medium", "/lib/live/mount/medium", "/cdrom"};

/// The disk of a part is the folder around it.
std::string diskIn(const fs::path& link) {
    std::error_code none;
    const fs::path folder = fs::canonical(link, none);
    if (none) return {};
    return (fs::exists(folder / "partition") ? folder.parent_path() : folder).filename();
}

/// The words of a line of /proc/self/mountinfo (proc(5)): 2 is the device's numbers, 4 where it is mounted,
/// and the second after "-" what is mounted.
struct Mount {
    std::string numbers, place, source;
};

Mount mountOf(const std::string& line) {
    std::istringstream words(line);
    std::vector<std::string> all;
    for (std::string word; words >> word;)
        all.push_back(word);
    const auto dash = std::find(all.begin(), all.end(), "-");
    if (all.size() < 5 || all.end() - dash < 3) return {};
    return {all[2], all[4], dash[2]};
}

}  // namespace

std::string diskOf(const KernelFiles& kernel, const std::string& name) {
    const std::string disk = diskIn(kernel.sys / "class/block" / name);
    return disk.empty() ? name : disk;
}

std::map<std::string, Reason> disksInUse(const KernelFiles& kernel) {
    std::map<std::string, Reason> used;
    std::istringstream mounts(bytesOf(kernel.proc / "self/mountinfo"));
    for (std::string line; std::getline(mounts, line);) {
        const Mount mount = mountOf(line);
        const bool boots = std::ranges::find(bootPlaces, mount.place) != bootPlaces.end();
        // Some file systems (btrfs) have numbers of their own: then the source names the device.
        for (const std::string& disk : {diskIn(kernel.sys / "dev/block" / mount.numbers),
                                        diskOf(kernel, fs::path(mount.source).filename())}) {
            if (disk.empty()) continue;
            Reason& reason = used[disk];
            if (boots || reason != Reason::bootMedium) reason = boots ? Reason::bootMedium : Reason::mounted;
        }
    }
    std::istringstream swaps(bytesOf(kernel.proc / "swaps"));
    for (std::string line; std::getline(swaps, line);)
        if (line.starts_with('/'))
            used.emplace(diskOf(kernel, fs::path(line.substr(0, line.find_first_of(" \t"))).filename()),
                         Reason::swap);
    return used;
}

bool isHeld(const fs::path& folder) {
    const auto hasHolders = [](const fs::path& one) {
        std::error_code none;
        const fs::directory_iterator holders(one / "holders", none);
        return !none && holders != fs::directory_iterator{};
    };
    if (hasHolders(folder)) return true;
    std::error_code none;
    for (const auto& part : fs::directory_iterator(folder, none))
        if (fs::exists(part.path() / "partition") && hasHolders(part.path())) return true;
    return false;
}

}  // namespace remise::drivers::disks
