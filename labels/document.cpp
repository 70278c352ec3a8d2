#include "labels/document.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <stdexcept>

#include "labels/cairo_surface.h"
#include "server/domain/refusals.h"

namespace remise::labels {
namespace {

using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

constexpr double pointsPerMillimetre = 72 / 25.4;
constexpr Paper a4{{210}, {297}};

/// Sheets whose cells do not touch, as their makers draw them (Avery L7160, L7163); all others fill the page.
struct Spaced {
    std::string_view cell;
    double gap;
};
constexpr std::array spaced{Spaced{"63.5x38.1", 2.54}, Spaced{"99.1x38.1", 2.5}};

struct Place {
    double x, y;  ///< millimetres
};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A PDF that grows in memory, page after page.
class Document {
public:
    explicit Document(const Paper& page)
        : m_surface(cairo_pdf_surface_create_for_stream(append, &m_bytes, points(page.width.value),
                                                        points(page.height.value)),
                    cairo_surface_destroy),
          m_cairo(cairo_create(m_surface.get()), cairo_destroy) {}

    /// The page that is drawn on; the next ones have its size too.
    void setPage(const Paper& page) {
        cairo_pdf_surface_set_size(m_surface.get(), points(page.width.value), points(page.height.value));
    }
    void endPage() { cairo_show_page(m_cairo.get()); }

    /// Dots are a stencil for black, so that whatever prints the page does not soften their edges.
    void draw(const Bitmap& label, const Place& at, Resolution resolution) {
        const Surface stencil = a1Surface(label, Ones::black);
        cairo_save(m_cairo.get());
        cairo_translate(m_cairo.get(), points(at.x), points(at.y));
        const double scale = pointsPerMillimetre / resolution.dotsPerMillimetre;
        cairo_scale(m_cairo.get(), scale, scale);
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> pattern(
            cairo_pattern_create_for_surface(stencil.get()), cairo_pattern_destroy);
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        cairo_mask(m_cairo.get(), pattern.get());
        cairo_restore(m_cairo.get());
    }

    std::string finished() {
        cairo_surface_finish(m_surface.get());
        const cairo_status_t status = cairo_surface_status(m_surface.get());
        if (status != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error(std::string("Cannot write a PDF: ") + cairo_status_to_string(status));
        return std::move(m_bytes);
    }

private:
    static double points(double millimetres) { return millimetres * pointsPerMillimetre; }

    std::string m_bytes;
    Surface m_surface;
    Cairo m_cairo;
};

Paper sizeOf(const Bitmap& label, Resolution resolution) {
    return {{label.width() / resolution.dotsPerMillimetre}, {label.height() / resolution.dotsPerMillimetre}};
}

Place cellOf(const Sheet& sheet, int index) {
    const double pitch = sheet.cell.width.value + sheet.gap.value;
    const double left = (a4.width.value - sheet.columns * pitch + sheet.gap.value) / 2;
    const double top = (a4.height.value - sheet.rows * sheet.cell.height.value) / 2;
    return {left + (index % sheet.columns) * pitch,
            top + static_cast<double>(index / sheet.columns) * sheet.cell.height.value};
}

}  // namespace

std::string toPdf(std::span<const Bitmap> labels, Resolution resolution) {
    Document document(labels.empty() ? a4 : sizeOf(labels.front(), resolution));
    for (const Bitmap& label : labels) {
        document.setPage(sizeOf(label, resolution));
        document.draw(label, {0, 0}, resolution);
        document.endPage();
    }
    return document.finished();
}

std::optional<Sheet> sheetNamed(std::string_view name) {
    constexpr double smallest = 10;  // nobody sells smaller labels on sheets
    const auto cell = paperNamed(name);
    if (!cell || cell->width.value < smallest || cell->height.value < smallest) return {};
    const auto* known = std::find_if(spaced.begin(), spaced.end(),
                                     [&](const Spaced& sheet) { return sheet.cell == nameOf(*cell); });
    const double gap = known == spaced.end() ? 0 : known->gap;
    const int columns = static_cast<int>(std::floor((a4.width.value + gap) / (cell->width.value + gap)));
    const int rows = static_cast<int>(std::floor(a4.height.value / cell->height.value));
    if (columns == 0 || rows == 0) return {};
    return Sheet{*cell, columns, rows, {gap}};
}

domain::Outcome<std::string> toSheets(std::span<const Bitmap> labels, const Sheet& sheet,
                                      Resolution resolution, int used) {
    constexpr double rounding = 0.1;  // whole dots may be a little more than the paper's millimetres
    Document document(a4);
    int index = used;
    for (const Bitmap& label : labels) {
        const Paper size = sizeOf(label, resolution);
        const double spareAcross = sheet.cell.width.value - size.width.value;
        const double spareAlong = sheet.cell.height.value - size.height.value;
        if (spareAcross < -rounding || spareAlong < -rounding)
            return domain::Refusal(
                domain::refusals::labelPaperUnknown,
                {{"paper", nameOf(sheet.cell)}, {"papers", "70x37, 99.1x38.1, 105x74, 210x297"}});
        const Place cell = cellOf(sheet, index);
        document.draw(label, {cell.x + spareAcross / 2, cell.y + spareAlong / 2}, resolution);
        index = (index + 1) % sheet.cells();
        if (index == 0) document.endPage();
    }
    return document.finished();
}

}  // namespace remise::labels
