#include "drivers/reports/nwipe_tables.h"

#include <charconv>
#include <vector>

#include "drivers/reports/clean_text.h"
#include "drivers/reports/text_lines.h"

namespace remise::drivers::reports {

namespace {

struct Cells {
    bool flagged = false;
    std::vector<std::string_view> texts;
};

/// At most `most` cells: the last one keeps its bars.
Cells splitRow(std::string_view line, std::size_t most) {
    Cells cells{line.starts_with('!'), {}};
    if (cells.flagged) line.remove_prefix(1);
    while (cells.texts.size() + 1 < most && line.find('|') != std::string_view::npos) {
        cells.texts.push_back(line.substr(0, line.find('|')));
        line.remove_prefix(line.find('|') + 1);
    }
    cells.texts.push_back(line);
    return cells;
}

/// "01:25:04"; hours may pass 99.
std::optional<std::uint64_t> readSeconds(std::string_view text) {
    const auto first = text.find(':');
    const auto second = first == std::string_view::npos ? first : text.find(':', first + 1);
    if (second == std::string_view::npos) return {};
    const auto hours = readNumber(text.substr(0, first));
    const auto minutes = readNumber(text.substr(first + 1, second - first - 1));
    const auto seconds = readNumber(text.substr(second + 1));
    constexpr std::uint64_t mostHours = 1'000'000;
    if (!hours || !minutes || !seconds || *hours > mostHours || *minutes > 59 || *seconds > 59) return {};
    return *hours * 3600 + *minutes * 60 + *seconds;
}

}  // namespace

std::optional<std::uint64_t> readNumber(std::string_view text) {
    text = trimmed(text);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return {};
    return value;
}

std::optional<ErrorRow> readErrorRow(std::string_view line) {
    const Cells cells = splitRow(line, 4);
    if (cells.texts.size() < 3) return {};
    const auto pass = readNumber(cells.texts[1]);
    const auto verify = readNumber(cells.texts[2]);
    // nwipe 0.31 and before have no third number.
    const bool hasSync = cells.texts.size() == 4 && !trimmed(cells.texts[3]).empty();
    const auto sync = hasSync ? readNumber(cells.texts[3]) : std::optional<std::uint64_t>(0);
    std::string device = cleanText(cells.texts[0]);
    if (device.empty() || !pass || !verify || !sync) return {};
    return ErrorRow{std::move(device), cells.flagged, *pass, *verify, *sync};
}

std::optional<BytesRow> readBytesRow(std::string_view line) {
    const Cells cells = splitRow(line, 4);
    if (cells.texts.size() < 4) return {};
    const auto erased = readNumber(cells.texts[1]);
    const auto total = readNumber(cells.texts[2]);
    std::string device = cleanText(cells.texts[0]);
    if (device.empty() || !erased || !total) return {};
    return BytesRow{std::move(device), cells.flagged, *erased, *total, trimmed(cells.texts[3]) == "100.00%"};
}

std::optional<StatusRow> readStatusRow(std::string_view line) {
    const Cells cells = splitRow(line, 5);
    if (cells.texts.size() < 5 || cells.texts[4].find('/') == std::string_view::npos) return {};
    std::string device = cleanText(cells.texts[0]);
    if (device.empty()) return {};
    return StatusRow{std::move(device),           cells.flagged,
                     cleanText(cells.texts[1]),   cleanText(cells.texts[2]),
                     readSeconds(cells.texts[3]), cleanText(cells.texts[4])};
}

}  // namespace remise::drivers::reports
