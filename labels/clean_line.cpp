#include "labels/clean_line.h"

#include <pango/pango.h>

#include <algorithm>
#include <memory>

namespace remise::labels {
namespace {

/// No label shows more; laying out a whole book to cut it off would take seconds.
constexpr glong longestText = 300;

bool isInvisibleCommand(gunichar c) {
    return g_unichar_iscntrl(c) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f;
}

}  // namespace

std::string cleanLine(std::string_view text, Breaks breaks) {
    std::string withoutNuls(text);  // GLib takes them for the end or for broken UTF-8
    std::replace(withoutNuls.begin(), withoutNuls.end(), '\0', ' ');
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(withoutNuls.data(), static_cast<gssize>(withoutNuls.size())), g_free);
    std::string line;
    glong count = 0;
    for (const char* at = valid.get(); *at != '\0' && count < longestText;
         at = g_utf8_next_char(at), ++count) {
        const gunichar c = g_utf8_get_char(at);
        char utf8[6];
        if (c == '\n' && breaks == Breaks::kept)
            line += '\n';
        else if (!isInvisibleCommand(c))
            line.append(utf8, static_cast<std::size_t>(g_unichar_to_utf8(c, utf8)));
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

}  // namespace remise::labels
