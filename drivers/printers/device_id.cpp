#include "drivers/printers/device_id.h"

#include <algorithm>
#include <cctype>

namespace remise::drivers {
namespace {

std::string trimmed(std::string_view text) {
    const auto isSpace = [](char c) { return c == '\0' || std::isspace(static_cast<unsigned char>(c)) != 0; };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    std::string plain(text);
    std::ranges::replace_if(
        plain, [](char c) { return c < 0x20 || c > 0x7e; }, '?');
    return plain;
}

std::string capitals(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    });
    return text;
}

void keep(DeviceId& id, const std::string& key, std::string value) {
    if (key == "MFG" || key == "MANUFACTURER")
        id.maker = std::move(value);
    else if (key == "MDL" || key == "MODEL")
        id.model = std::move(value);
    else if (key == "CMD" || key == "COMMAND SET")
        id.commands = std::move(value);
    else if (key == "SN" || key == "SERN" || key == "SERIALNUMBER")
        id.serial = std::move(value);
}

}  // namespace

DeviceId readDeviceId(std::string_view text) {
    DeviceId id;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        const std::size_t colon = pair.find(':');
        if (colon == std::string_view::npos) continue;
        keep(id, capitals(trimmed(pair.substr(0, colon))), trimmed(pair.substr(colon + 1)));
    }
    return id;
}

}  // namespace remise::drivers
