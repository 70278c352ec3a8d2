#include "drivers/reports/contractor_list.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "drivers/reports/clean_text.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using namespace domain;

namespace {

constexpr std::size_t mostLines = 20'000, longestCell = 200;
using Row = std::vector<std::string>;

Refusal unreadable(const char* fr, const char* en) {
    return Refusal(refusals::listUnreadable, {}, {{"why", Words{fr, en}}});
}

std::string trimmed(std::string_view text) {
    const auto isBlank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\xa0'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return std::string(text.substr(0, longestCell));
}

/// Cells of one line; a quote that is not closed ends with the line.
Row cellsOf(std::string_view line, char separator) {
    Row cells(1);
    bool isQuoted = false;
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char c = line[at];
        if (isQuoted && c == '"' && at + 1 < line.size() && line[at + 1] == '"')
            cells.back() += line[++at];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == separator && !isQuoted)
            cells.emplace_back();
        else
            cells.back() += c;
    }
    for (std::string& cell : cells)
        cell = trimmed(cell);
    return cells;
}

/// The one that the first line has most of.
char separatorOf(std::string_view line) {
    char best = ';';
    std::ptrdiff_t most = 0;
    for (const char one : {';', '\t', ','})
        if (const auto count = std::count(line.begin(), line.end(), one); count > most) {
            most = count;
            best = one;
        }
    return best;
}

/// Small letters and digits: "N° de série" is "ndesrie", whatever the accents were written in.
std::string plain(std::string_view title) {
    std::string kept;
    for (const unsigned char c : title)
        if (c < 0x80 && std::isalnum(c)) kept += static_cast<char>(std::tolower(c));
    return kept;
}

bool saysSerial(const std::string& title) {
    const std::string word = plain(title);
    return word == "sn" || word.find("serial") != word.npos || word.find("srie") != word.npos ||
           word.find("serie") != word.npos;
}

bool saysBin(const std::string& title) {
    const std::string word = plain(title);
    return word == "bac" || word == "bin" || word == "seal" || word == "scelle" || word == "scell" ||
           word.starts_with("numbac") || word.starts_with("nbac") || word.starts_with("binn");
}

std::optional<std::size_t> columnThat(const Row& titles, bool (*says)(const std::string&)) {
    const auto found = std::ranges::find_if(titles, says);
    if (found == titles.end()) return {};
    return static_cast<std::size_t>(found - titles.begin());
}

}  // namespace

bool isCutBySpreadsheet(std::string_view serial) {
    const auto e = serial.find_first_of("Ee");
    if (e == serial.npos || e == 0 || e + 2 >= serial.size() || serial[e + 1] != '+') return false;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto isNumber = [&](char c) { return isDigit(c) || c == '.' || c == ','; };
    return std::ranges::all_of(serial.substr(0, e), isNumber) &&
           std::ranges::all_of(serial.substr(e + 2), isDigit);
}

Outcome<std::vector<ListedDrive>> readContractorList(std::string_view bytes) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    const std::string_view text = bytes.starts_with(mark) ? bytes.substr(mark.size()) : bytes;
    std::vector<ListedDrive> listed;
    std::optional<char> separator;
    std::size_t serialColumn = 0, lines = 0;
    std::optional<std::size_t> binColumn;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        ++lines;
        if (lines > mostLines) return unreadable("plus de 20 000 lignes", "more than 20,000 lines");
        if (trimmed(line).empty()) continue;
        const bool isFirst = !separator;
        if (isFirst) separator = separatorOf(line);
        const Row cells = cellsOf(line, *separator);
        if (isFirst) {
            const auto column = columnThat(cells, saysSerial);
            if (!column && cells.size() > 1)
                return unreadable("aucune colonne ne s'appelle « numéro de série »",
                                  "no column is called \"serial number\"");
            serialColumn = column.value_or(0);
            binColumn = columnThat(cells, saysBin);
            if (column) continue;
        }
        const auto cell = [&](std::size_t column) {
            return column < cells.size() ? cleanText(cells[column]) : "";
        };
        if (std::string serial = cell(serialColumn); !serial.empty())
            listed.push_back(
                {static_cast<int>(lines), std::move(serial), binColumn ? cell(*binColumn) : std::string()});
    }
    if (listed.empty()) return unreadable("elle est vide", "it is empty");
    return listed;
}

}  // namespace remise::drivers::reports
