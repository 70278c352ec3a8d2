#include "tests/house/markdown_table.h"

#include "tests/house/source_tree.h"

namespace remise::house {
namespace {

std::string trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(' ');
    if (begin == text.npos) return "";
    return std::string(text.substr(begin, text.find_last_not_of(' ') - begin + 1));
}

std::vector<std::string> cellsOf(std::string_view line) {
    std::vector<std::string> cells;
    line.remove_prefix(1);
    for (auto bar = line.find('|'); bar != line.npos; bar = line.find('|')) {
        cells.push_back(trimmed(line.substr(0, bar)));
        line.remove_prefix(bar + 1);
    }
    return cells;
}

bool isHeading(std::string_view line) {
    return line.starts_with("#");
}

std::string headingWords(std::string_view line) {
    return trimmed(line.substr(std::min(line.find_first_not_of('#'), line.size())));
}

}  // namespace

std::vector<TableRow> tableUnder(std::string_view page, std::string_view heading) {
    std::vector<TableRow> rows;
    bool under = false;
    const auto lines = linesOf(page);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (isHeading(lines[i])) {
            under = headingWords(lines[i]) == heading;
        } else if (under && lines[i].starts_with("|")) {
            rows.push_back({i + 1, cellsOf(lines[i])});
        } else if (!rows.empty()) {
            break;
        }
    }
    rows.erase(rows.begin(),
               rows.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(rows.size(), 2)));
    return rows;
}

std::vector<std::string> namesIn(std::string_view cell) {
    std::vector<std::string> names;
    for (auto open = cell.find('`'); open != cell.npos; open = cell.find('`')) {
        const auto close = cell.find('`', open + 1);
        if (close == cell.npos) break;
        names.emplace_back(cell.substr(open + 1, close - open - 1));
        cell.remove_prefix(close + 1);
    }
    return names;
}

}  // namespace remise::house
