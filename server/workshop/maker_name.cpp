#include "server/workshop/maker_name.h"

#include <algorithm>

namespace remise::workshop {
namespace {

struct Maker {
    std::string_view begins;  ///< in small letters
    std::string_view name;
};

// clang-format off
constexpr Maker makers[] = {
    {"acer", "Acer"},           {"apple", "Apple"},         {"asus", "ASUS"},        {"brother", "Brother"},
    {"canon", "Canon"},         {"cisco", "Cisco"},         {"dell", "Dell"},        {"epson", "Epson"},
    {"fairphone", "Fairphone"}, {"fujitsu", "Fujitsu"},     {"gigabyte", "Gigabyte"}, {"google", "Google"},
    {"hewlett", "HP"},          {"hp", "HP"},               {"huawei", "Huawei"},    {"iiyama", "iiyama"},
    {"lenovo", "Lenovo"},       {"lg", "LG"},               {"microsoft", "Microsoft"}, {"micro-star", "MSI"},
    {"msi", "MSI"},             {"nec", "NEC"},             {"panasonic", "Panasonic"}, {"philips", "Philips"},
    {"samsung", "Samsung"},     {"sony", "Sony"},           {"supermicro", "Supermicro"},
    {"thomson", "Thomson"},     {"toshiba", "Toshiba"},     {"xiaomi", "Xiaomi"},
};
// clang-format on

char smallLetter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isLetter(char c) {
    return smallLetter(c) >= 'a' && smallLetter(c) <= 'z';
}

}  // namespace

std::string makerName(std::string_view firmware) {
    std::string small(firmware);
    std::transform(small.begin(), small.end(), small.begin(), smallLetter);
    for (const Maker& maker : makers) {
        if (!small.starts_with(maker.begins)) continue;
        // "hp" is in "HP Inc.", not in "HPower"; "asus" is in "ASUSTeK" all the same.
        const std::size_t end = maker.begins.size();
        if (end > 3 || small.size() == end || !isLetter(small[end])) return std::string(maker.name);
    }
    return std::string(firmware);
}

}  // namespace remise::workshop
