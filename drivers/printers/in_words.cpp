#include "drivers/printers/in_words.h"

namespace remise::drivers {

std::string inWords(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    constexpr std::size_t longest = 200;
    std::string words;
    for (const char c : bytes.substr(0, longest)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f && c != '\\')
            words += c;
        else
            words += {'\\', 'x', digits[byte >> 4], digits[byte & 15]};
    }
    return bytes.size() > longest ? words + "…" : words;
}

}  // namespace remise::drivers
