#include "labels/text.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <memory>
#include <string>

#include "labels/fonts.h"

namespace remise::labels {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Cairo = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;
using Layout = std::unique_ptr<PangoLayout, decltype(&g_object_unref)>;
using FontOptions = std::unique_ptr<cairo_font_options_t, decltype(&cairo_font_options_destroy)>;
using FontDescription = std::unique_ptr<PangoFontDescription, decltype(&pango_font_description_free)>;

/// No label shows more; laying out a whole book to cut it off would take seconds.
constexpr glong longestText = 300;

/// Control characters, line and paragraph separators, and the marks that reorder text: nothing of these may
/// change how the rest of a label reads.
bool isInvisibleCommand(gunichar c) {
    return g_unichar_iscntrl(c) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f;
}

std::string onOneLine(std::string_view text) {
    std::string withoutNuls(text);  // GLib takes them for the end or for broken UTF-8
    std::replace(withoutNuls.begin(), withoutNuls.end(), '\0', '\n');
    const std::unique_ptr<char, decltype(&g_free)> valid(
        g_utf8_make_valid(withoutNuls.data(), static_cast<gssize>(withoutNuls.size())), g_free);
    std::string line;
    glong count = 0;
    for (const char* at = valid.get(); *at != '\0' && count < longestText;
         at = g_utf8_next_char(at), ++count) {
        const gunichar c = g_utf8_get_char(at);
        char utf8[6];
        if (!isInvisibleCommand(c))
            line.append(utf8, static_cast<std::size_t>(g_unichar_to_utf8(c, utf8)));
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    return line;
}

/// Dots are drawn without levels of grey, hinted to the grid, so that stems are whole dots wide.
Layout makeLayout(cairo_t* cairo, const Box& box, const std::string& text, const TextStyle& style) {
    Layout layout(pango_cairo_create_layout(cairo), g_object_unref);
    const FontOptions options(cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_NONE);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_FULL);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_ON);
    pango_cairo_context_set_font_options(pango_layout_get_context(layout.get()), options.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_width(layout.get(), box.width * PANGO_SCALE);
    pango_layout_set_height(layout.get(), -style.lines);
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(style.lineSpacing));
    pango_layout_set_ellipsize(layout.get(), PANGO_ELLIPSIZE_END);
    pango_layout_set_alignment(layout.get(),
                               style.across == Across::centre ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
    return layout;
}

void setSize(PangoLayout* layout, Weight weight, Dots size) {
    const FontDescription font(pango_font_description_from_string(families), pango_font_description_free);
    pango_font_description_set_weight(font.get(),
                                      weight == Weight::bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    pango_layout_set_font_description(layout, font.get());
}

PangoRectangle inkOf(PangoLayout* layout) {
    PangoRectangle ink;
    pango_layout_get_pixel_extents(layout, &ink, nullptr);
    return ink;
}

bool fits(PangoLayout* layout, const Box& box) {
    const PangoRectangle ink = inkOf(layout);
    return pango_layout_is_ellipsized(layout) == 0 && ink.height <= box.height && ink.width <= box.width;
}

/// Leaves the layout at the largest size that fits without breaking a word, else at the smallest of the style
/// with words broken where they must be.
void chooseSize(PangoLayout* layout, const Box& box, const TextStyle& style) {
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD);
    Dots fitting = style.smallest - 1;
    Dots tooLarge = style.largest + 1;
    while (fitting + 1 < tooLarge) {
        const Dots middle = (fitting + tooLarge) / 2;
        setSize(layout, style.weight, middle);
        (fits(layout, box) ? fitting : tooLarge) = middle;
    }
    if (fitting < style.smallest) pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    setSize(layout, style.weight, std::max(fitting, style.smallest));
}

/// The ink's upper left corner within the box.
std::pair<Dots, Dots> placeOf(const PangoRectangle& ink, const Box& box, Down down) {
    const Dots x = std::clamp(ink.x, 0, std::max(0, box.width - ink.width));
    const Dots spare = std::max(0, box.height - ink.height);
    return {x, down == Down::top ? 0 : down == Down::middle ? spare / 2 : spare};
}

void copyBlack(cairo_surface_t* surface, Bitmap& bitmap, const Box& box) {
    cairo_surface_flush(surface);
    const unsigned char* data = cairo_image_surface_get_data(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    for (Dots y = 0; y < box.height; ++y)
        for (Dots x = 0; x < box.width; ++x)
            if ((data[y * stride + x / 8] >> (x % 8) & 1) != 0) bitmap.blacken({box.x + x, box.y + y, 1, 1});
}

}  // namespace

Box drawText(Bitmap& bitmap, const Box& box, std::string_view text, const TextStyle& style) {
    const std::string line = onOneLine(text);
    if (line.empty() || box.width <= 0 || box.height <= 0) return {box.x, box.y, 0, 0};
    provideFonts();
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_A1, box.width, box.height),
                          cairo_surface_destroy);
    const Cairo cairo(cairo_create(surface.get()), cairo_destroy);
    const Layout layout = makeLayout(cairo.get(), box, line, style);
    chooseSize(layout.get(), box, style);
    const PangoRectangle ink = inkOf(layout.get());
    const auto [x, y] = placeOf(ink, box, style.down);
    cairo_move_to(cairo.get(), x - ink.x, y - ink.y);
    pango_cairo_show_layout(cairo.get(), layout.get());
    copyBlack(surface.get(), bitmap, box);
    return {box.x + x, box.y + y, ink.width, ink.height};
}

}  // namespace remise::labels
