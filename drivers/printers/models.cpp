#include "drivers/printers/models.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace remise::drivers {
namespace {

using labels::dpi203;
using labels::dpi300;
using ZplModel = zpl::Model;
using Ql = brother_ql::Model;
using EscposModel = escpos::Model;
using brother_ql::narrow;
using brother_ql::wide;

constexpr labels::Resolution dpi180{180 / 25.4};
constexpr auto noCutter = brother_ql::Cutter::none, cuts = brother_ql::Cutter::cuts;
constexpr auto plain = brother_ql::Packing::none, packed = brother_ql::Packing::packBits;
using enum brother_ql::Modes;
constexpr auto tears = escpos::Cutter::none, cutsPaper = escpos::Cutter::cuts;

// clang-format off
constexpr std::array models{
    // Zebra and all that speak its language. The printer is asked for its resolution.
    PrinterModel{"ZPL",       "Zebra",   0x0a5f, 0,      dpi203, ZplModel{0}},

    // Brother QL: Raster Command References of the models.
    PrinterModel{"QL-500",    "Brother", 0x04f9, 0x2015, dpi300, Ql{narrow, 200, noCutter, plain,  onlyRaster}},
    PrinterModel{"QL-550",    "Brother", 0x04f9, 0x2016, dpi300, Ql{narrow, 200, cuts,     plain,  onlyRaster}},
    PrinterModel{"QL-560",    "Brother", 0x04f9, 0x2027, dpi300, Ql{narrow, 200, cuts,     plain,  onlyRaster}},
    PrinterModel{"QL-570",    "Brother", 0x04f9, 0x2028, dpi300, Ql{narrow, 200, cuts,     plain,  onlyRaster}},
    PrinterModel{"QL-580N",   "Brother", 0x04f9, 0x2029, dpi300, Ql{narrow, 200, cuts,     packed, chosen}},
    PrinterModel{"QL-600",    "Brother", 0x04f9, 0x20c0, dpi300, Ql{narrow, 200, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-650TD",  "Brother", 0x04f9, 0x201b, dpi300, Ql{narrow, 200, cuts,     packed, chosen}},
    PrinterModel{"QL-700",    "Brother", 0x04f9, 0x2042, dpi300, Ql{narrow, 200, cuts,     plain,  onlyRaster}},
    PrinterModel{"QL-710W",   "Brother", 0x04f9, 0x2043, dpi300, Ql{narrow, 200, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-720NW",  "Brother", 0x04f9, 0x2044, dpi300, Ql{narrow, 200, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-800",    "Brother", 0x04f9, 0x209b, dpi300, Ql{narrow, 400, cuts,     plain,  chosenAndTold}},
    PrinterModel{"QL-810W",   "Brother", 0x04f9, 0x209c, dpi300, Ql{narrow, 400, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-820NWB", "Brother", 0x04f9, 0x209d, dpi300, Ql{narrow, 400, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-1050",   "Brother", 0x04f9, 0x2020, dpi300, Ql{wide,   200, cuts,     packed, chosen}},
    PrinterModel{"QL-1060N",  "Brother", 0x04f9, 0x202a, dpi300, Ql{wide,   200, cuts,     packed, chosen}},
    PrinterModel{"QL-1100",   "Brother", 0x04f9, 0x20a7, dpi300, Ql{wide,   400, cuts,     packed, chosenAndTold}},
    PrinterModel{"QL-1110NWB","Brother", 0x04f9, 0x20a8, dpi300, Ql{wide,   400, cuts,     packed, chosenAndTold}},

    // Receipt printers: dots a millimetre and head from their data sheets.
    PrinterModel{"TM-T20",    "Epson",   0x04b8, 0x0e03, dpi203, EscposModel{576, cutsPaper}},
    PrinterModel{"TM-T20II",  "Epson",   0x04b8, 0x0e15, dpi203, EscposModel{576, cutsPaper}},
    PrinterModel{"TM-T20III", "Epson",   0x04b8, 0x0e28, dpi203, EscposModel{576, cutsPaper}},
    PrinterModel{"TM-m30III", "Epson",   0,      0,      dpi203, EscposModel{576, cutsPaper}},
    PrinterModel{"TM-L90",    "Epson",   0,      0,      dpi203, EscposModel{576, cutsPaper}},
    PrinterModel{"TM-T70",    "Epson",   0,      0,      dpi180, EscposModel{512, cutsPaper}},
    PrinterModel{"TM-T88IV",  "Epson",   0,      0,      dpi180, EscposModel{512, cutsPaper}},
    PrinterModel{"TM-T88V",   "Epson",   0,      0,      dpi180, EscposModel{512, cutsPaper}},
    PrinterModel{"TM-T88VI",  "Epson",   0,      0,      dpi180, EscposModel{512, cutsPaper}},
    PrinterModel{"POS58",     "Zijiang", 0x0416, 0x5011, dpi203, EscposModel{384, tears}},
    PrinterModel{"GP-58",     "Gprinter",0x6868, 0x0200, dpi203, EscposModel{384, tears}},
    PrinterModel{"XP-T58H",   "Xprinter",0x0483, 0x5743, dpi203, EscposModel{384, tears}},
    PrinterModel{"ESC-POS",   "",        0,      0,      dpi203, EscposModel{576, cutsPaper}},
};
// clang-format on

std::string capitals(std::string_view text) {
    std::string all(text);
    for (char& c : all)
        c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return all;
}

template <typename Predicate>
std::optional<PrinterModel> firstWhere(Predicate matches) {
    const auto found = std::ranges::find_if(models, matches);
    return found == models.end() ? std::nullopt : std::optional(*found);
}

/// The name alone or behind its maker's ("Brother QL-820NWB", "EPSON TM-T20II").
bool isCalled(std::string_view said, std::string_view name) {
    const std::string all = capitals(said), ends = capitals(name);
    return all.ends_with(ends) && (all.size() == ends.size() || all[all.size() - ends.size() - 1] == ' ');
}

}  // namespace

std::span<const PrinterModel> printerModels() {
    return models;
}

std::optional<PrinterModel> modelNamed(std::string_view name) {
    return firstWhere([&](const PrinterModel& model) { return capitals(model.name) == capitals(name); });
}

std::optional<PrinterModel> modelOf(const DeviceId& id, std::uint16_t vendor, std::uint16_t product) {
    if (const auto model = firstWhere([&](const PrinterModel& row) { return isCalled(id.model, row.name); }))
        return model;
    const auto isNumbered = [&](const PrinterModel& row) {
        return row.vendor != 0 && row.vendor == vendor && row.product == product;
    };
    if (const auto model = firstWhere(isNumbered)) return model;
    const std::string commands = capitals(id.commands);
    const auto promises = [&](std::string_view language) {
        return commands.find(language) != std::string::npos;
    };
    if (promises("ZPL")) return modelNamed("ZPL");
    if (promises("ESC/POS") || promises("ESCPOS")) return modelNamed("ESC-POS");
    return firstWhere(
        [&](const PrinterModel& row) { return row.product == 0 && row.vendor != 0 && row.vendor == vendor; });
}

std::string_view languageOf(const PrinterModel& model) {
    constexpr std::array<std::string_view, 3> names{"zpl", "brother_ql", "escpos"};
    return names[model.language.index()];
}

}  // namespace remise::drivers
