#include "drivers/scanners/hid_pos/hid_pos.h"

#include <algorithm>
#include <array>
#include <utility>

#include "drivers/scanners/hid_pos/scanned_text.h"

namespace remise::drivers::hid_pos {
namespace {

// The input report as Honeywell, Zebra, Datalogic, Access-IS (LSR118 product manual, B.1) and others send it.
constexpr std::size_t reportSize = 64;
constexpr char scannedData = 2;
constexpr std::size_t lengthAt = 1, identifierAt = 2, identifierSize = 3, dataAt = 5, mostData = 56,
                      goesOnAt = 63;

/// A code of more is no code, but a scanner that does not end.
constexpr std::size_t longestCode = 8192;

struct Symbology {
    char letter;
    std::string_view name;
};

/// ISO/IEC 15424:2008, table 1.
constexpr std::array symbologies{
    Symbology{'A', "Code39"},  Symbology{'C', "Code128"},  Symbology{'F', "Codabar"},
    Symbology{'G', "Code93"},  Symbology{'I', "ITF"},      Symbology{'L', "PDF417"},
    Symbology{'Q', "QRCode"},  Symbology{'U', "MaxiCode"}, Symbology{'d', "DataMatrix"},
    Symbology{'e', "DataBar"}, Symbology{'z', "Aztec"},
};

/// The code begins with FNC1: GS1's element strings follow.
bool isGs1(std::string_view identifier) {
    constexpr std::array gs1{"]C1", "]d2", "]Q3", "]e0", "]z1"};
    return std::ranges::find(gs1, identifier) != gs1.end();
}

}  // namespace

std::string symbologyOf(std::string_view identifier) {
    if (identifier.size() != identifierSize || identifier[0] != ']') return {};
    if (identifier[1] == 'E') return identifier[2] == '4' ? "EAN-8" : "EAN-13";
    const auto* const known = std::ranges::find(symbologies, identifier[1], &Symbology::letter);
    return known == symbologies.end() ? std::string() : std::string(known->name);
}

std::optional<domain::Scan> Reports::take(std::string_view report) {
    std::string begun = std::exchange(m_begun, {});
    if (report.size() != reportSize || report[0] != scannedData) return std::nullopt;
    const std::size_t length = static_cast<unsigned char>(report[lengthAt]);
    const std::string_view identifier = report.substr(identifierAt, identifierSize);
    const bool hasIdentifier = identifier[0] == ']';
    if (length > mostData || (!begun.empty() && identifier != m_symbology)) return std::nullopt;
    begun += report.substr(dataAt, length);
    if ((report[goesOnAt] & 1) != 0) {
        m_symbology = identifier;
        if (begun.size() <= longestCode) m_begun = std::move(begun);
        return std::nullopt;
    }
    std::string text = scannedText(begun);
    if (text.empty()) return std::nullopt;
    if (hasIdentifier && isGs1(identifier)) text.insert(0, 1, groupSeparator);
    return domain::Scan{std::move(text), symbologyOf(identifier), domain::ScanSource::scanner};
}

}  // namespace remise::drivers::hid_pos
