#include <algorithm>
#include <array>
#include <utility>

#include "drivers/reports/edid.h"

namespace remise::drivers::reports {

namespace {

using Maker = std::pair<std::string_view, std::string_view>;

/// Ids given by UEFI's PNP registry, names as printed on the front. Some makers have had several ids; panels
/// of laptops say who made the panel.
constexpr std::array makers{
    Maker{"ACI", "ASUS"},
    Maker{"ACR", "Acer"},
    Maker{"AOC", "AOC"},
    Maker{"APP", "Apple"},
    Maker{"AUO", "AU Optronics"},
    Maker{"AUS", "ASUS"},
    Maker{"BNQ", "BenQ"},
    Maker{"BOE", "BOE"},
    Maker{"CMN", "Chimei Innolux"},
    Maker{"CMO", "Chi Mei"},
    Maker{"CPQ", "Compaq"},
    Maker{"CPT", "Chunghwa"},
    Maker{"DEL", "Dell"},
    Maker{"ENC", "Eizo"},
    Maker{"FUS", "Fujitsu"},
    Maker{"GSM", "LG"},
    Maker{"HIT", "Hitachi"},
    Maker{"HPN", "HP"},
    Maker{"HSD", "HannStar"},
    Maker{"HWP", "HP"},
    Maker{"IBM", "IBM"},
    Maker{"IVM", "iiyama"},
    Maker{"IVO", "InfoVision"},
    Maker{"LEN", "Lenovo"},
    Maker{"LGD", "LG Display"},
    Maker{"LPL", "LG Philips"},
    Maker{"MEI", "Panasonic"},
    Maker{"MEL", "Mitsubishi"},
    Maker{"MSI", "MSI"},
    Maker{"NEC", "NEC"},
    Maker{"PHL", "Philips"},
    Maker{"QDS", "Quanta Display"},
    Maker{"SAM", "Samsung"},
    Maker{"SDC", "Samsung"},
    Maker{"SEC", "Samsung"},
    Maker{"SHP", "Sharp"},
    Maker{"SNY", "Sony"},
    Maker{"TOS", "Toshiba"},
    Maker{"VSC", "ViewSonic"},
};

}  // namespace

std::string screenMakerNamed(std::string_view threeLetters) {
    const auto* known = std::find_if(makers.begin(), makers.end(),
                                     [&](const Maker& maker) { return maker.first == threeLetters; });
    return std::string(known == makers.end() ? threeLetters : known->second);
}

}  // namespace remise::drivers::reports
