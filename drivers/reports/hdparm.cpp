#include "drivers/reports/hdparm.h"

#include <algorithm>

#include "drivers/reports/drive_names.h"
#include "drivers/reports/text_lines.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

namespace {

using std::string_view;

/// What the size is made of; drives beyond 128 GiB fill the first count with its limit.
struct Capacity {
    std::optional<std::int64_t> shortSectors, longSectors, sectorBytes;

    [[nodiscard]] std::optional<std::int64_t> bytes() const {
        const auto sectors = longSectors ? longSectors : shortSectors;
        constexpr std::int64_t mostSectors = std::int64_t{1} << 48;  // ATA's own limit
        const std::int64_t each = sectorBytes.value_or(512);
        if (!sectors || *sectors <= 0 || *sectors > mostSectors || each < 512 || each > 4096) return {};
        return *sectors * each;
    }
};

/// "Logical  Sector size:" and "Logical/Physical Sector size:" say the same.
void readCapacity(Capacity& capacity, const Field& field) {
    if (field.key.starts_with("LBA48") && field.key.ends_with("user addressable sectors"))
        capacity.longSectors = wholeNumber(field.value);
    else if (field.key.starts_with("LBA") && field.key.ends_with("user addressable sectors"))
        capacity.shortSectors = wholeNumber(field.value);
    else if (field.key.starts_with("Logical") && field.key.ends_with("Sector size"))
        capacity.sectorBytes = wholeNumber(field.value);
}

void readField(Drive& drive, const Field& field) {
    if (field.key == "Model Number") drive.model = nameIn(field.value);
    if (field.key == "Serial Number") drive.serial = identityIn(field.value);
    if (field.key == "Firmware Revision") drive.firmware = nameIn(field.value);
    if (field.key == "Nominal Media Rotation Rate") {
        if (field.value.starts_with("Solid")) drive.kind = DriveKind::ssd;
        if (wholeNumber(field.value)) drive.kind = DriveKind::hdd;
    }
}

/// In the section Security a line says "locked", or "not" and then "locked".
void readSecurity(Drive& drive, string_view line) {
    line = trimmed(line);
    const bool isDenied = line.starts_with("not") && line != "not";
    if (isDenied) line = trimmed(line.substr(3));
    if (line == "locked") drive.locked = !isDenied;
}

}  // namespace

domain::Outcome<Drive> readHdparm(string_view text) {
    Drive drive;
    Capacity capacity;
    bool inSecurity = false;
    for (const string_view line : linesOf(text)) {
        const bool isHeading = !line.empty() && line[0] != '\t' && line[0] != ' ';
        if (isHeading) inSecurity = line.starts_with("Security");
        if (line.starts_with("/dev/") && line.ends_with(":"))
            drive.device = nameIn(line.substr(0, line.size() - 1));
        if (inSecurity) readSecurity(drive, line);
        const auto field = fieldOf(line);
        if (!field || inSecurity) continue;
        readField(drive, *field);
        readCapacity(capacity, *field);
    }
    if (drive.model.empty() && !drive.serial)
        return domain::Refusal(domain::refusals::reportLacks, {{"field", "Model Number"}});
    drive.bytes = capacity.bytes();
    if (drive.kind == DriveKind::other) drive.kind = driveKindNamed("", "", lowerCase(drive.model));
    return drive;
}

}  // namespace remise::drivers::reports
