#include "tests/labels/contact_sheet.h"

#include <algorithm>
#include <cmath>
#include <fstream>

#include "labels/text.h"

namespace remise::test {
namespace {

using namespace labels;

constexpr Dots gap = 24, caption = 26;

void drawFrame(Bitmap& sheet, const Box& inside) {
    sheet.blacken({inside.x - 2, inside.y - 2, inside.width + 4, 1});
    sheet.blacken({inside.x - 2, inside.bottom() + 1, inside.width + 4, 1});
    sheet.blacken({inside.x - 2, inside.y - 2, 1, inside.height + 4});
    sheet.blacken({inside.right() + 1, inside.y - 2, 1, inside.height + 4});
}

}  // namespace

void ContactSheet::add(std::string text, Bitmap label) {
    m_labels.emplace_back(std::move(text), std::move(label));
}

Bitmap ContactSheet::picture() const {
    Dots width = 1, height = 1;
    for (const auto& [text, label] : m_labels) {
        width = std::max(width, label.width());
        height = std::max(height, label.height());
    }
    const int count = static_cast<int>(m_labels.size());
    const double shape =
        1.5 * (height + gap + caption) / (width + gap);  // a sheet half as wide again as high
    const int columns =
        std::clamp(static_cast<int>(std::lround(std::sqrt(count * shape))), 1, std::max(1, count));
    const int rows = (count + columns - 1) / columns;
    Bitmap sheet(gap + columns * (width + gap), rows * (caption + height + gap) + gap);
    for (int n = 0; n < count; ++n) {
        const auto& [text, label] = m_labels[static_cast<std::size_t>(n)];
        const Dots x = gap + n % columns * (width + gap);
        const Dots y = n / columns * (caption + height + gap) + 4;
        drawText(sheet, {x, y, width, caption - 6}, text, {.largest = 18, .smallest = 18});
        sheet.draw(label, x, y + caption);
        drawFrame(sheet, {x, y + caption, label.width(), label.height()});
    }
    return sheet;
}

void ContactSheet::save(const std::filesystem::path& file) const {
    create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary);
    out << toPng(picture());
    if (!out.flush()) throw std::runtime_error("Cannot write " + file.string());
}

}  // namespace remise::test
