#include "labels/page.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <utility>

#include "labels/barcode.h"
#include "labels/cairo_surface.h"
#include "labels/clean_line.h"
#include "labels/fonts.h"
#include "labels/pdf_for_readers.h"

namespace remise::labels {
namespace {

using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using Font = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

// All in points of 1/72 inch.
constexpr double width = 595.276, height = 841.89, margin = 50, gap = 13;
constexpr double whole = width - 2 * margin, bottom = height - margin;
constexpr double labelWidth = 170, qrSide = 100, ruleGap = 7, rowGap = 2.5, noteGap = 3;

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
constexpr Style titleStyle{24, Weight::bold}, leadStyle{13}, headingStyle{13, Weight::bold, teal},
    labelStyle{10.5, Weight::regular, muted}, valueStyle{10.5}, noteStyle{8, Weight::regular, muted};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// The pages are drawn twice: first to count them, then with "2 / 3" at their feet, so that a page that is
/// missing shows.
class Pages {
public:
    Pages(const std::string& title, int total)
        : m_surface(cairo_pdf_surface_create_for_stream(append, &m_bytes, width, height),
                    cairo_surface_destroy),
          m_cairo(cairo_create(m_surface.get()), cairo_destroy),
          m_title(title),
          m_total(total) {
        provideFonts();
        cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
        cairo_pdf_surface_set_metadata(m_surface.get(), CAIRO_PDF_METADATA_CREATOR, "Remise");
    }

    void add(const Page& page) {
        if (m_number > 0) endPage();
        m_number++;
        m_language = page.language == domain::Language::french ? "fr" : "en";
        m_y = margin;
        const double beside = whole - (page.qr.empty() ? 0 : qrSide + gap);
        text("H1", page.title, titleStyle, margin, beside);
        m_y += gap / 2;
        text("P", page.lead, leadStyle, margin, beside);
        if (!page.qr.empty()) m_y = std::max(m_y, drawQr(page) + gap / 2);
        for (const PageSection& section : page.sections)
            add(section);
        double notes = 0;
        for (const std::string& note : page.notes)
            notes += heightOf(note, noteStyle, whole) + noteGap;
        m_y = m_y + gap + notes <= bottom ? bottom - notes : m_y + gap;
        for (const std::string& note : page.notes) {
            makeRoom(heightOf(note, noteStyle, whole));
            text("P", note, noteStyle, margin, whole);
            m_y += noteGap;
        }
    }

    /// How many there are in the end.
    int finish() {
        if (m_number > 0) endPage();
        cairo_surface_finish(m_surface.get());
        if (cairo_surface_status(m_surface.get()) != CAIRO_STATUS_SUCCESS)
            throw std::runtime_error("a PDF could not be made");
        return m_number;
    }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }

private:
    double tallest(const PageRow& row) {
        return std::max(heightOf(row.label, labelStyle, labelWidth - gap),
                        heightOf(row.value, valueStyle, whole - labelWidth));
    }

    void add(const PageSection& section) {
        const auto isSaid = [](const PageRow& row) { return !row.value.empty(); };
        const auto first = std::ranges::find_if(section.rows, isSaid);
        if (first == section.rows.end()) return;
        m_y += gap;
        // A heading stays with what it heads.
        makeRoom(heightOf(section.heading, headingStyle, whole) + ruleGap + tallest(*first));
        text("H2", section.heading, headingStyle, margin, whole);
        cairo_set_source_rgb(m_cairo.get(), line.red, line.green, line.blue);
        cairo_set_line_width(m_cairo.get(), 0.75);
        cairo_move_to(m_cairo.get(), margin, m_y + 2);
        cairo_line_to(m_cairo.get(), width - margin, m_y + 2);
        cairo_stroke(m_cairo.get());
        m_y += ruleGap;
        for (const PageRow& row : section.rows) {
            if (!isSaid(row)) continue;
            const double tall = tallest(row);
            makeRoom(tall);
            const double top = m_y;
            text("P", row.label, labelStyle, margin, labelWidth - gap);
            m_y = top;
            text("P", row.value, valueStyle, margin + labelWidth, whole - labelWidth);
            m_y =
                top + tall + (tall > 2 * valueStyle.size ? 3 * rowGap : rowGap);  // several lines: told apart
        }
    }

    void makeRoom(double tall) {
        if (m_y + tall <= bottom) return;
        endPage();
        m_number++;
        m_y = margin;
    }

    /// Its foot, where there are several.
    void endPage() {
        if (m_total > 1) {
            m_y = height - margin / 2 - noteStyle.size;
            text("P",
                 m_title + " \u00b7 " + std::to_string(m_number) + "\u00a0/\u00a0" + std::to_string(m_total),
                 noteStyle, margin, whole);
        }
        cairo_show_page(m_cairo.get());
    }

    /// Words of ours and of others alike: never markup, nor marks that turn the rest around.
    Layout layoutOf(const std::string& said, const Style& style, double wide) {
        const std::string words = cleanLine(said, Breaks::kept);
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

    /// Where it ends.
    double drawQr(const Page& page) {
        const Bitmap code = labels::drawQr(page.qr, 1);
        const Surface stencil = a1Surface(code, Ones::black);
        const double left = width - margin - qrSide, scale = qrSide / code.width();
        cairo_save(m_cairo.get());
        cairo_translate(m_cairo.get(), left, margin);
        cairo_scale(m_cairo.get(), scale, scale);
        const std::unique_ptr<cairo_pattern_t, decltype(&cairo_pattern_destroy)> pattern(
            cairo_pattern_create_for_surface(stencil.get()), cairo_pattern_destroy);
        cairo_pattern_set_filter(pattern.get(), CAIRO_FILTER_NEAREST);
        cairo_tag_begin(m_cairo.get(), "Figure", nullptr);
        cairo_set_source_rgb(m_cairo.get(), 0, 0, 0);
        cairo_mask(m_cairo.get(), pattern.get());
        cairo_tag_end(m_cairo.get(), "Figure");
        cairo_restore(m_cairo.get());
        const double beside = m_y;
        m_y = margin + qrSide;
        text("P", page.qrWords, noteStyle, left, qrSide);
        return std::exchange(m_y, beside);
    }

    std::string m_bytes;
    std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> m_surface;
    Cairo m_cairo;
    const char* m_language = "fr";
    const std::string m_title;
    const int m_total;
    int m_number = 0;
    double m_y = margin;
};

}  // namespace

std::string toPdf(const std::vector<Page>& pages, const std::string& documentTitle) {
    const std::string title = cleanLine(documentTitle, Breaks::blanks);
    for (int total = 0;;) {
        Pages document(title, total);
        for (const Page& page : pages)
            document.add(page);
        const int drawn = document.finish();
        if (drawn == total || drawn <= 1) {
            const bool isFrench = pages.empty() || pages.front().language == domain::Language::french;
            return forReaders(document.bytes(), isFrench ? "fr" : "en",
                              pages.empty() ? "" : pages.front().qrWords + " " + pages.front().qr);
        }
        total = drawn;
    }
}

}  // namespace remise::labels
