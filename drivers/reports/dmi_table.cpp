#include "drivers/reports/dmi_table.h"

#include <algorithm>

namespace remise::drivers::reports {

namespace {

std::size_t indentOf(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

/// The line before a structure: "Handle 0x0001, DMI type 1, 27 bytes"; 2.2 put its second half on a line of
/// its own.
bool announces(std::string_view text) {
    return text.starts_with("Handle 0x") || text.starts_with("DMI type ");
}

class Reader {
public:
    void read(std::string_view line) {
        const std::string_view text = trimmed(line);
        if (text.empty()) return;
        if (announces(text))
            begin({});
        else if (m_structures.empty() || (indentOf(line) == 0 && !m_structures.back().title.empty()))
            begin(text);
        else if (m_structures.back().title.empty())
            m_structures.back().title = text;
        else
            readInside(indentOf(line), text);
    }

    std::vector<DmiStructure> structures() && {
        std::erase_if(m_structures, [](const DmiStructure& structure) { return structure.fields.empty(); });
        return std::move(m_structures);
    }

private:
    void begin(std::string_view title) {
        m_structures.push_back({title, {}, {}});
        m_indent = 0;
    }

    /// Fields stand as deep as the first one, lists deeper.
    void readInside(std::size_t indent, std::string_view text) {
        DmiStructure& structure = m_structures.back();
        if (m_indent == 0) m_indent = indent;
        if (indent > m_indent)
            structure.items.push_back(text);
        else if (const auto field = fieldOf(text))
            structure.fields.push_back(*field);
    }

    std::vector<DmiStructure> m_structures;
    std::size_t m_indent = 0;  ///< of the fields of the last structure
};

}  // namespace

std::string_view DmiStructure::value(std::string_view key) const {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const Field& field) { return field.key == key; });
    return found == fields.end() ? std::string_view() : found->value;
}

bool DmiStructure::lists(std::string_view item) const {
    return std::find(items.begin(), items.end(), item) != items.end();
}

std::vector<DmiStructure> dmiStructures(std::string_view text) {
    Reader reader;
    for (const std::string_view line : linesOf(text))
        reader.read(line);
    return std::move(reader).structures();
}

}  // namespace remise::drivers::reports
