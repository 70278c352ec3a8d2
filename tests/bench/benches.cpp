#include <cstdio>

#include "tests/bench/bench.h"

namespace remise::bench {
namespace {

constexpr Bench table[] = {
    {"server", measureServerAtRest},
    {"terminal", measureTerminalAtRest},
    {"label", measureLabelBytes},
    {"scan", measureScans},
    {"lookup", measureLookUps},
    {"drain", measureDrain},
    {"verify", measureVerification},
    {"heads", measureHeads},
    {"front", measureFront},
    {"outbox", measureOutbox},
    {"erase", measureErasure},
    {"inventory", measureInventoryParsing},
    {"barcode_hd", measureBarcodesInHd},
    {"barcode_vga", measureBarcodesInVga},
};

/// Three digits that count, without an exponent.
std::string number(double value) {
    char text[64];
    const int decimals = value >= 100 ? 0 : value >= 1 ? 2 : 4;
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

}  // namespace

std::span<const Bench> benches() {
    return table;
}

std::string lineOf(const Figure& figure) {
    return "bench " + figure.name + " value=" + number(figure.value) +
           " reference=" + number(figure.reference) + " ratio=" + number(figure.value / figure.reference) +
           " unit=" + figure.unit + " against=\"" + figure.against + "\"";
}

}  // namespace remise::bench
