#include "drivers/reports/drive_names.h"

#include <algorithm>
#include <initializer_list>

namespace remise::drivers::reports {

namespace {

bool hasAny(std::string_view text, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return text.find(mark) != std::string_view::npos; });
}

bool beginsWithAny(std::string_view text, std::initializer_list<std::string_view> beginnings) {
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&](std::string_view beginning) { return text.starts_with(beginning); });
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Seagate, Western Digital, Hitachi, HGST and Toshiba name turning disks after these patterns.
bool namesTurningDisk(std::string_view model) {
    if (model.starts_with("wdc ")) model.remove_prefix(4);
    const bool westernDigital = model.size() > 2 && model.starts_with("wd") && isDigit(model[2]);
    const bool seagate =
        model.size() > 4 && model.starts_with("st") && isDigit(model[2]) && isDigit(model[3]);
    return westernDigital || seagate ||
           beginsWithAny(model,
                         {"hitachi h", "hgst h", "hts5", "hts7", "toshiba mq", "toshiba mk", "toshiba dt0",
                          "samsung hd", "samsung hm", "samsung sp", "maxtor ", "fujitsu mh", "ic25n"});
}

/// Makers of flash who write no "SSD" in the name.
bool namesFlash(std::string_view model) {
    return hasAny(model, {"ssd", "solid state"}) ||
           beginsWithAny(model, {"liteon", "samsung mz", "micron_", "micron m", "mtfd", "crucial_ct",
                                 "sandisk sd", "kingston s", "toshiba thn", "hfs", "sk hynix", "skhynix"});
}

}  // namespace

DriveKind driveKindNamed(std::string_view device, std::string_view words, std::string_view model) {
    if (device.starts_with("nvme") || hasAny(words, {"nvme"}) || hasAny(model, {"nvme"}))
        return DriveKind::nvme;
    if (device.starts_with("mmcblk")) return DriveKind::emmc;
    if (hasAny(words, {"ssd", "solid state"}) || namesFlash(model)) return DriveKind::ssd;
    return namesTurningDisk(model) ? DriveKind::hdd : DriveKind::other;
}

std::optional<MediumKind> mediumNamed(std::string_view model) {
    if (hasAny(model, {"cd-rom", "cdrom", "dvd-r", "dvdrw", "dvd+-rw", "dvdram"})) return MediumKind::optical;
    if (hasAny(model, {"card reader", "cardreader", "multi-card", "multicard", "sd/mmc", "ms/ms-pro",
                       "m.s./m.s.pro", "sm/xd", "micro sd", "compact flash"}))
        return MediumKind::cardReader;
    if (hasAny(model, {"virtual floppy"})) return MediumKind::floppy;
    return {};
}

}  // namespace remise::drivers::reports
