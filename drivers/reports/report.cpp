#include "drivers/reports/report.h"

#include <algorithm>

namespace remise::drivers::reports {

namespace {

bool isZlib(std::string_view bytes) {
    if (bytes.size() < 2) return false;
    const unsigned method = static_cast<unsigned char>(bytes[0]);
    const unsigned flags = static_cast<unsigned char>(bytes[1]);
    return (method & 0x0F) == 8 && (method >> 4) <= 7 && (method * 256 + flags) % 31 == 0;  // RFC 1950
}

std::string_view withoutMarkAndBlanks(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) text.remove_prefix(byteOrderMark.size());
    return text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
}

bool says(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

}  // namespace

ReportFormat detectFormat(std::string_view bytes) {
    const std::string_view text = withoutMarkAndBlanks(bytes);
    if (text.starts_with('{'))
        return says(text, "\"content\"") && says(text, "\"deviceid\"") ? ReportFormat::glpiJson
                                                                       : ReportFormat::unknown;
    if (text.starts_with('<')) return ReportFormat::xml;
    if (says(text, "notice: Found /dev/") || (says(text, "nwipe") && says(text, "notice:")))
        return ReportFormat::nwipeLog;
    return isZlib(bytes) ? ReportFormat::zlib : ReportFormat::unknown;
}

std::string_view driveKindName(DriveKind kind) {
    switch (kind) {
        case DriveKind::hdd:
            return "hdd";
        case DriveKind::ssd:
            return "ssd";
        case DriveKind::nvme:
            return "nvme";
        case DriveKind::emmc:
            return "emmc";
        case DriveKind::other:
            break;
    }
    return "other";
}

std::string_view mediumKindName(MediumKind kind) {
    switch (kind) {
        case MediumKind::optical:
            return "optical";
        case MediumKind::floppy:
            return "floppy";
        case MediumKind::cardReader:
            return "card_reader";
        case MediumKind::usb:
            break;
    }
    return "usb";
}

std::optional<int> Battery::healthPercent() const {
    if (!designMwh || !fullMwh || *designMwh <= 0) return {};
    const std::int64_t percent = *fullMwh * 100 / *designMwh;
    constexpr std::int64_t nonsenseAbove = 150;
    if (percent > nonsenseAbove) return {};
    return static_cast<int>(std::min<std::int64_t>(percent, 100));
}

}  // namespace remise::drivers::reports
