#include "drivers/reports/mac.h"

#include <cctype>

#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

bool looksLikeMac(std::string_view text) {
    if (text.size() != 17) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isMark = text[i] == ':' || text[i] == '-';
        if (i % 3 == 2 ? !isMark : std::isxdigit(static_cast<unsigned char>(text[i])) == 0) return false;
    }
    return true;
}

}  // namespace

std::optional<std::string> macIn(std::string_view text) {
    if (!looksLikeMac(text)) return {};
    std::string mac = lowerCase(text);
    for (char& c : mac)
        if (c == '-') c = ':';
    if (mac == "00:00:00:00:00:00" || mac == "ff:ff:ff:ff:ff:ff") return {};
    return std::optional<std::string>(std::move(mac));
}

}  // namespace remise::drivers::reports
