#include "labels/page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <stdexcept>

#include "labels/barcode.h"
#include "labels/cairo_surface.h"
#include "labels/clean_line.h"
#include "labels/fonts.h"

namespace remise::labels {
namespace {

using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using Font = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

// All in points of 1/72 inch.
constexpr double width = 595.276, height = 841.89, margin = 56, gap = 16;
constexpr double labelWidth = 170, qrSide = 110;

struct Colour {
    double red, green, blue;
};
constexpr Colour ink{0x1D / 255.0, 0x2A / 255.0, 0x2E / 255.0},
    muted{0x56 / 255.0, 0x64 / 255.0, 0x69 / 255.0}, teal{0x0B / 255.0, 0x6B / 255.0, 0x62 / 255.0},
    line{0x8A / 255.0, 0x97 / 255.0, 0x9B / 255.0};

enum class Weight { regular, bold };

struct Style {
    double size;
    Weight weight = Weight::regular;
    Colour colour = ink;
};
constexpr Style titleStyle{26, Weight::bold}, leadStyle{14}, headingStyle{14, Weight::bold, teal},
    labelStyle{11, Weight::regular, muted}, valueStyle{11}, noteStyle{9, Weight::regular, muted};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

class Pages {
public:
    explicit Pages(const std::string& title)
        : m_surface(cairo_pdf_surface_create_for_stream(append, &m_bytes, width, height),
                    cairo_surface_destroy),
          m_cairo(cairo_create(m_surface.get()), cairo_destroy) {
        provideFonts();
        cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATOR, "Remise");
    }

    void add(const Page& page) {
        if (m_hasPage) cairo_show_page(m_cairo.get());
        m_hasPage = true;
        m_language = page.language == domain::Language::french ? "fr" : "en";
        m_y = margin;
        if (!page.qr.empty()) drawQr(page);
        const double beside = width - 2 * margin - (page.qr.empty() ? 0 : qrSide + gap);
        text("H1", page.title, titleStyle, margin, beside);
        m_y += gap / 2;
        text("P", page.lead, leadStyle, margin, beside);
        if (!page.qr.empty()) m_y = std::max(m_y, margin + qrSide + 2 * gap);
        for (const PageSection& section : page.sections)
            add(section);
        double notes = 0;
        for (const std::string& note : page.notes)
            notes += heightOf(note, noteStyle, width - 2 * margin) + 4;
        m_y = std::max(m_y + gap, height - margin - notes);
        for (const std::string& note : page.notes)
            text("P", note, noteStyle, margin, width - 2 * margin), m_y += 4;
    }

    std::string finish() {
        cairo_surface_finish(m_surface.get());
        if (cairo_surface_status(m_surface.get()) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error("a PDF could not be made");
        return m_bytes;
    }

private:
    void add(const PageSection& section) {
        m_y += gap;
        text("H2", section.heading, headingStyle, margin, width - 2 * margin);
        cairo_set_source_rgb(m_cairo.get(), line.red, line.green, line.blue);
        cairo_set_line_width(m_cairo.get(), 0.75);
        cairo_move_to(m_cairo.get(), margin, m_y + 2);
        cairo_line_to(m_cairo.get(), width - margin, m_y + 2);
        cairo_stroke(m_cairo.get());
        m_y += 7;
        for (const PageRow& row : section.rows) {
            if (row.value.empty()) continue;
            const double valueWidth = width - 2 * margin - labelWidth;
            const double tall = std::max(heightOf(row.label, labelStyle, labelWidth - gap),
                                         heightOf(row.value, valueStyle, valueWidth));
            if (m_y + tall > height - margin) nextPage();
            const double top = m_y;
            text("P", row.label, labelStyle, margin, labelWidth - gap);
            m_y = top;
            text("P", row.value, valueStyle, margin + labelWidth, valueWidth);
            m_y = top + tall + 3;
        }
    }

    void nextPage() {
        cairo_show_page(m_cairo.get());
        m_y = margin;
    }

    /// Words of ours and of others alike: never markup.
    Layout layoutOf(const std::string& words, const Style& style, double wide) {
        Layout layout(pango_cairo_create_layout(m_cairo.get()), g_object_unref);
        const Font font(pango_font_description_from_string(families), pango_font_description_free);
        pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
        pango_font_description_set_weight(
            font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
        pango_layout_set_font_description(layout.get(), font.get());
        pango_layout_set_width(layout.get(), static_cast<int>(wide * PANGO_SCALE));
        pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
        // A signature that is broken over two lines must not gain a letter.
        const std::unique_ptr<PangoAttrList, decltype(&pango_attr_list_unref)> attributes(
            pango_attr_list_new(), pango_attr_list_unref);
        pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
        pango_layout_set_attributes(layout.get(), attributes.get());
        pango_layout_set_text(layout.get(), words.data(), static_cast<int>(words.size()));
        pango_context_set_language(pango_layout_get_context(layout.get()),
                                   pango_language_from_string(m_language));
        return layout;
    }

    double heightOf(const std::string& words, const Style& style, double wide) {
        int tall = 0;
        pango_layout_get_size(layoutOf(words, style, wide).get(), nullptr, &tall);
        return static_cast<double>(tall) / PANGO_SCALE;
    }

    void text(const char* tag, const std::string& words, const Style& style, double x, double wide) {
        if (words.empty()) return;
        const Layout layout = layoutOf(words, style, wide);
        cairo_tag_begin(m_cairo.get(), tag, nullptr);
        cairo_set_source_rgb(m_cairo.get(), style.colour.red, style.colour.green, style.colour.blue);
        cairo_move_to(m_cairo.get(), x, m_y);
        pango_cairo_show_layout(m_cairo.get(), layout.get());
        cairo_tag_end(m_cairo.get(), tag);
        int tall = 0;
        pango_layout_get_size(layout.get(), nullptr, &tall);
        m_y += static_cast<double>(tall) / PANGO_SCALE;
    }

    void drawQr(const Page& page) {
        const Bitmap code = labels::drawQr(page.qr, 1);
        const Surface stencil = a1Surface(code, Ones::black);
        const double left = width - margin - qrSide, scale = qrSide / code.width();
        cairo_save(m_cairo.get());
        cairo_translate(m_cairo.get(), left, margin);
        cairo_scale(m_cairo.get(), scale, scale);
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> pattern(
            cairo_pattern_create_for_surface(stencil.get()), cairo_pattern_destroy);
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
        cairo_mask(m_cairo.get(), pattern.get());
        cairo_restore(m_cairo.get());
        m_y = margin + qrSide;
        text("P", page.qrWords, noteStyle, left, qrSide);
        m_y = margin;
    }

    std::string m_bytes;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> m_surface;
    Cairo m_cairo;
    const char* m_language = "fr";
    double m_y = margin;
    bool m_hasPage = false;
};

}  // namespace

std::string toPdf(const std::vector<Page>& pages, const std::string& documentTitle) {
    Pages document(documentTitle);
    for (const Page& page : pages)
        document.add(page);
    return document.finish();
}

}  // namespace remise::labels
