#include "server/domain/wrong_layout.h"

#include <algorithm>
#include <span>

namespace remise::domain {
namespace {

struct Key {
    std::string_view typed;
    char meant;
    bool tells = false;  ///< a sign that serials do not have
};

constexpr Key french[] = {
    {"\u00e0", '0', true},
    {"&", '1', true},
    {"\u00e9", '2', true},
    {"\"", '3', true},
    {"'", '4', true},
    {"(", '5', true},
    {"-", '6'},
    {"\u00e8", '7', true},
    {"_", '8', true},
    {"\u00e7", '9', true},
    {"a", 'q'},
    {"q", 'a'},
    {"z", 'w'},
    {"w", 'z'},
    {",", 'm'},
    {"A", 'Q'},
    {"Q", 'A'},
    {"Z", 'W'},
    {"W", 'Z'},
    {"?", 'M'},
    {")", '-'},
    {"!", '/'},
    {":", '.'},
};

constexpr Key german[] = {
    {"\u00df", '-', true}, {"-", '/'}, {"y", 'z'}, {"z", 'y'}, {"Y", 'Z'}, {"Z", 'Y'},
};

/// A French keyboard makes no digits without Shift, and an accent alone may be a word's.
bool canBeFrench(std::string_view typed, std::ptrdiff_t telling) {
    return telling >= 2 && typed.find_first_of("0123456789") == typed.npos;
}

struct Meant {
    std::string text;
    std::ptrdiff_t telling = 0;
};

Meant meantOn(std::span<const Key> layout, std::string_view typed) {
    Meant meant;
    while (!typed.empty()) {
        const auto key = std::find_if(layout.begin(), layout.end(),
                                      [&](const Key& one) { return typed.starts_with(one.typed); });
        const bool isKey = key != layout.end();
        meant.text += isKey ? key->meant : typed.front();
        meant.telling += isKey && key->tells ? 1 : 0;
        typed.remove_prefix(isKey ? key->typed.size() : 1);
    }
    return meant;
}

}  // namespace

std::vector<std::string> meantOnAmericanKeyboard(std::string_view typed) {
    std::vector<std::string> all;
    if (const Meant meant = meantOn(french, typed); canBeFrench(typed, meant.telling))
        all.push_back(meant.text);
    if (const Meant meant = meantOn(german, typed); meant.telling > 0) all.push_back(meant.text);
    return all;
}

}  // namespace remise::domain
