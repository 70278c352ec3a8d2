#include "drivers/reports/raw_files.h"

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

bool says(std::string_view text, std::string_view mark) {
    return text.find(mark) != std::string_view::npos;
}

/// Its first lines, where every tool shows itself.
std::string_view headOf(std::string_view text) {
    constexpr std::size_t enough = 4096;
    return text.substr(0, enough);
}

bool isDmidecode(std::string_view head) {
    return says(head, "# dmidecode") || says(head, "Handle 0x") || says(head, "SMBIOS");
}

}  // namespace

RawKind rawKindOf(const RawFile& file) {
    const std::string_view head = headOf(file.bytes);
    if (trimmed(file.bytes).empty()) return RawKind::empty;
    if (isDmidecode(head)) return RawKind::dmidecode;
    return RawKind::unknown;
}

}  // namespace remise::drivers::reports
