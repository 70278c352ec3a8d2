#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "labels/label.h"

namespace remise::labels {

/// PDF pages of labels: the same dots as on a label printer, each at its exact size on paper.
/// One label a page, the page as large as the label.
std::string toPdf(std::span<const Bitmap>, Resolution);

/// An A4 page of cells. Sheets of labels are sold by the size of one: "70x37" has 3 × 8 of them.
struct Sheet {
    Paper cell;
    int columns;
    int rows;
    Millimetres gap;  ///< between columns

    [[nodiscard]] int cells() const { return columns * rows; }
};
/// Nothing when it is no size or no cell of it fits on the page.
std::optional<Sheet> sheetNamed(std::string_view cell);

/// Labels on A4 pages, row by row, each in the middle of its cell; the first `used` cells of the first page
/// stay empty, for a sheet that was begun. Refused when a label is larger than the cell.
domain::Outcome<std::string> toSheets(std::span<const Bitmap>, const Sheet&, Resolution, int used = 0);

}  // namespace remise::labels
