#include "labels/text.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "labels/cairo_surface.h"
#include "labels/clean_line.h"
#include "labels/fonts.h"

namespace remise::labels {
namespace {

using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using Context = std::unique_ptr<PangoContext, decltype(&g_object_unref)>;
using FontOptions = std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)>;
using FontDescription = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

/// Dots are drawn without levels of grey, hinted to the grid, so that stems are whole dots wide.
Context makeContext() {
    provideFonts();
    Context context(pango_font_map_create_context(pango_cairo_font_map_get_default()), g_object_unref);
    const FontOptions options(cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_NONE);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_FULL);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    pango_cairo_context_set_font_options(context.get(), options.get());
    return context;
}

/// Fonts found once serve all labels of a thread; Pango's font maps are a thread's own anyway.
PangoContext* contextOfThisThread() {
    thread_local const Context context = makeContext();
    return context.get();
}

/// Vietnamese letters and loose accents, which Atkinson Hyperlegible lacks.
bool wantsWideFamilies(const std::string& text) {
    for (const char* at = text.c_str(); *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if ((c >= 0x1e00 && c <= 0x1eff) || (c >= 0x0300 && c <= 0x036f) || c == 0x01a0 || c == 0x01a1 ||
            c == 0x01af || c == 0x01b0)
            return true;
    }
    return false;
}

std::optional<gunichar> unknownIn(const PangoGlyphString& glyphs) {
    for (const PangoGlyphInfo& glyph : std::span(glyphs.glyphs, static_cast<std::size_t>(glyphs.num_glyphs)))
        if ((glyph.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0) return glyph.glyph & ~PANGO_GLYPH_UNKNOWN_FLAG;
    return {};
}

std::string inUtf8(gunichar letter) {
    std::array<char, 6> bytes{};
    return {bytes.data(), static_cast<std::size_t>(g_unichar_to_utf8(letter, bytes.data()))};
}

/// A text on its way to the size that it is set in.
class Setting {
public:
    Setting(const std::string& text, const Box& box, const TextStyle& style)
        : m_box(box),
          m_style(style),
          m_layout(pango_layout_new(contextOfThisThread()), g_object_unref),
          m_font(pango_font_description_new(), pango_font_description_free) {
        pango_font_description_set_family_static(m_font.get(),
                                                 wantsWideFamilies(text) ? wideFamilies : families);
        constexpr std::array alignments{PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT};
        PangoLayout* layout = m_layout.get();
        pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
        pango_layout_set_width(layout, box.width * PANGO_SCALE);
        if (style.lines > 1) pango_layout_set_line_spacing(layout, static_cast<float>(style.lineSpacing));
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
        pango_layout_set_alignment(layout, alignments.at(static_cast<std::size_t>(style.across)));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
        pango_font_description_set_weight(
            m_font.get(), style.weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    }

    /// Leaves the text at the largest size that fits without breaking a word, else at the smallest of the
    /// style with words broken where they must be. Rather one line in somewhat smaller letters than a last
    /// word alone below.
    void chooseSize() {
        const Dots inOneLine = largestInOneLine();
        const auto isNearly = [&](Dots size) { return inOneLine * 5 >= size * 4; };
        if (isNearly(m_style.largest) || m_style.lines == 1) return take(1, inOneLine);
        const Dots inSeveral = largestInSeveral();
        if (inOneLine >= m_style.smallest && isNearly(inSeveral)) return take(1, inOneLine);
        take(m_style.lines, inSeveral);
    }

    [[nodiscard]] PangoRectangle ink() const {
        PangoRectangle ink;
        pango_layout_get_pixel_extents(m_layout.get(), &ink, nullptr);
        return ink;
    }

    [[nodiscard]] bool fits() const {
        const PangoRectangle area = ink();
        return pango_layout_is_ellipsized(m_layout.get()) == 0 && area.height <= m_box.height &&
               area.width <= m_box.width;
    }

    /// From the top of the first line's capitals to the last line's foot: what the eye takes for the text's
    /// height, whether or not a letter of it goes deeper.
    [[nodiscard]] std::pair<Dots, Dots> topAndFoot() const {
        constexpr double capitals = 0.68;  // of the size, in the fonts that we use
        const std::unique_ptr<PangoLayoutIter, decltype(&pango_layout_iter_free)> lines(
            pango_layout_get_iter(m_layout.get()), pango_layout_iter_free);
        const Dots first = PANGO_PIXELS(pango_layout_iter_get_baseline(lines.get()));
        while (pango_layout_iter_next_line(lines.get()) != 0) {
        }
        const Dots last = PANGO_PIXELS(pango_layout_iter_get_baseline(lines.get()));
        return {first - static_cast<Dots>(std::lround(m_size * capitals)), last};
    }

    [[nodiscard]] std::string unknown() const {
        for (const GSList* line = pango_layout_get_lines_readonly(m_layout.get()); line; line = line->next)
            for (const GSList* run = static_cast<PangoLayoutLine*>(line->data)->runs; run; run = run->next)
                if (const auto letter = unknownIn(*static_cast<PangoLayoutRun*>(run->data)->glyphs))
                    return inUtf8(*letter);
        return "";
    }

    void show(cairo_t* cairo) const { pango_cairo_show_layout(cairo, m_layout.get()); }

private:
    void setSize(Dots size) {
        if (size == m_size) return;
        m_size = size;
        pango_font_description_set_absolute_size(m_font.get(), size * PANGO_SCALE);
        pango_layout_set_font_description(m_layout.get(), m_font.get());
    }

    void take(int lines, Dots size) {
        pango_layout_set_height(m_layout.get(), -lines);
        setSize(std::max(size, m_style.smallest));
        if (size >= m_style.smallest) return;
        pango_layout_set_wrap(m_layout.get(), PANGO_WRAP_WORD_CHAR);
        lines = m_style.lines;
        do  // whole lines that end in "…", never the upper half of one
            pango_layout_set_height(m_layout.get(), -lines);
        while (--lines > 0 && ink().height > m_box.height);
    }

    bool fitsAt(Dots size) {
        setSize(size);
        return fits();
    }

    /// Less than the smallest size of the style when even that is too large; so for the next.
    Dots largestInOneLine() {
        pango_layout_set_height(m_layout.get(), -1);
        if (fitsAt(m_style.largest)) return m_style.largest;
        Dots size = std::clamp(guessedForOneLine() + 1, m_style.smallest,
                               std::max(m_style.smallest, m_style.largest - 1));
        while (size >= m_style.smallest && !fitsAt(size))
            --size;
        return size;
    }

    /// By how wide and high the text is at the largest size: right to a dot or two.
    Dots guessedForOneLine() {
        pango_layout_set_width(m_layout.get(), -1);
        const PangoRectangle area = ink();
        pango_layout_set_width(m_layout.get(), m_box.width * PANGO_SCALE);
        return m_style.largest * std::min(1.0 * m_box.width / std::max(1, area.width),
                                          1.0 * m_box.height / std::max(1, area.height));
    }

    Dots largestInSeveral() {
        pango_layout_set_height(m_layout.get(), -m_style.lines);
        if (fitsAt(m_style.largest)) return m_style.largest;
        Dots fitting = m_style.smallest - 1;
        Dots tooLarge = m_style.largest;
        while (fitting + 1 < tooLarge) {
            const Dots middle = (fitting + tooLarge) / 2;
            (fitsAt(middle) ? fitting : tooLarge) = middle;
        }
        return fitting;
    }

    const Box& m_box;
    const TextStyle& m_style;
    Layout m_layout;
    FontDescription m_font;
    Dots m_size = 0;
};

/// The ink's upper left corner within the box. Texts beside each other stand on one line when their boxes do:
/// it is the capitals that are set in the middle, not what hangs below.
std::pair<Dots, Dots> placeOf(const Setting& setting, const PangoRectangle& ink, const Box& box, Down down) {
    const auto [top, foot] = setting.topAndFoot();
    const Dots above = top - ink.y;  // of the ink, where the capitals begin
    const Dots spare = box.height - (foot - top);
    const Dots y = (down == Down::top ? 0 : spare / 2) - above;
    return {std::clamp(ink.x, 0, std::max(0, box.width - ink.width)),
            std::clamp(y, 0, std::max(0, box.height - ink.height))};
}

}  // namespace

Text drawText(Bitmap& bitmap, const Box& box, std::string_view text, const TextStyle& style) {
    const std::string line = cleanLine(text, style.breaks);
    if (line.empty()) return {{box.x, box.y, 0, 0}, true, ""};
    if (box.width <= 0 || box.height <= 0) return {{box.x, box.y, 0, 0}, false, ""};
    Setting setting(line, box, style);
    setting.chooseSize();
    const PangoRectangle ink = setting.ink();
    const auto [x, y] = placeOf(setting, ink, box, style.down);
    // Cairo draws letters of one bit far faster on pixels of 32 bits than on those of one.
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, std::min(ink.width, box.width - x),
                                                     std::min(ink.height, box.height - y)),
                          cairo_surface_destroy);
    const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
    cairo_move_to(cairo.get(), -ink.x, -ink.y);
    setting.show(cairo.get());
    addInk(bitmap, surface.get(), box.x + x, box.y + y);
    return {{box.x + x, box.y + y, ink.width, ink.height}, setting.fits(), setting.unknown()};
}

}  // namespace remise::labels
