#include "drivers/reports/merge_drives.h"

#include <algorithm>

#include "drivers/reports/text_lines.h"
#include "server/domain/serials.h"

namespace remise::drivers::reports {

namespace {

std::string_view withoutFolder(std::string_view device) {
    if (device.starts_with("/dev/")) device.remove_prefix(5);
    return device;
}

/// "/dev/nvme0n1", "nvme0n1" and the controller "nvme0" are one.
std::string plainDevice(std::string_view device) {
    device = withoutFolder(device);
    const auto space = device.starts_with("nvme") ? device.find('n', 4) : std::string_view::npos;
    return std::string(device.substr(0, space));
}

std::string lettersAndDigits(std::string_view text) {
    std::string kept = lowerCase(text);
    std::erase_if(kept, [](char c) { return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')); });
    return kept;
}

/// One tool cuts a model short, another puts the maker before it.
bool canBeOneModel(const std::string& one, const std::string& other) {
    const std::string first = lettersAndDigits(one);
    const std::string second = lettersAndDigits(other);
    return first.find(second) != std::string::npos || second.find(first) != std::string::npos;
}

/// In doubt two: a drive that hides behind another one is not erased.
bool isSame(const Drive& one, const Drive& other) {
    if (one.serial && other.serial)
        return domain::normaliseSerial(*one.serial) == domain::normaliseSerial(*other.serial);
    if (!canBeOneModel(one.model, other.model)) return false;
    const std::string device = plainDevice(one.device);
    return !device.empty() && device == plainDevice(other.device);
}

void fill(std::string& known, const std::string& said) {
    if (known.empty()) known = said;
}

template <typename Value>
void fill(std::optional<Value>& known, const std::optional<Value>& said) {
    if (!known) known = said;
}

/// lshw and the kernel show 16 characters of a model.
void fillModel(std::string& known, const std::string& said) {
    if (known.empty() || (said.size() > known.size() && lowerCase(said).starts_with(lowerCase(known))))
        known = said;
}

void fillSelf(SelfReport& known, const SelfReport& said) {
    fill(known.passed, said.passed);
    fill(known.hours, said.hours);
    fill(known.reallocated, said.reallocated);
    fill(known.pending, said.pending);
    fill(known.wearPercent, said.wearPercent);
    fill(known.sparePercent, said.sparePercent);
    fill(known.spareThreshold, said.spareThreshold);
    fill(known.criticalWarning, said.criticalWarning);
}

void fillDrive(Drive& known, const Drive& said) {
    const bool isPart = !known.device.empty() && said.device.starts_with(known.device);
    if (known.device.empty() || (isPart && said.kind == DriveKind::nvme))
        known.device = said.device;  // nvme0n1
    fill(known.maker, said.maker);
    fillModel(known.model, said.model);
    fill(known.firmware, said.firmware);
    fill(known.serial, said.serial);
    if (known.kind == DriveKind::other) known.kind = said.kind;
    fill(known.bytes, said.bytes);
    fill(known.locked, said.locked);
    fillSelf(known.self, said.self);
}

bool hasRecord(const Drive& drive) {
    return drive.serial && (drive.self.passed || drive.self.hours);
}

}  // namespace

void addDrive(std::vector<Drive>& drives, Drive more) {
    more.device = withoutFolder(more.device);
    const auto known =
        std::find_if(drives.begin(), drives.end(), [&](const Drive& drive) { return isSame(drive, more); });
    if (known == drives.end())
        drives.push_back(std::move(more));
    else
        fillDrive(*known, more);
}

void settleMedia(std::vector<Drive>& drives, std::vector<Medium>& media) {
    const auto nameIs = [](const std::string& device) {
        return [&device](const auto& other) {
            return !device.empty() && plainDevice(other.device) == plainDevice(device);
        };
    };
    std::erase_if(media, [&](const Medium& medium) {
        if (medium.kind != MediumKind::usb) return false;
        const auto drive = std::find_if(drives.begin(), drives.end(), nameIs(medium.device));
        return drive != drives.end() && hasRecord(*drive);
    });
    std::erase_if(drives, [&](const Drive& drive) {
        return std::find_if(media.begin(), media.end(), nameIs(drive.device)) != media.end();
    });
}

}  // namespace remise::drivers::reports
