#include "labels/draw_element.h"

#include <algorithm>

#include "labels/barcode.h"
#include "labels/label_words.h"
#include "server/domain/refusals.h"

namespace remise::labels {
namespace {

using domain::Language;
using domain::Value;

/// Scanners of the floor read bars of a quarter of a millimetre: 2 dots at 203 dpi, 3 at 300.
constexpr Millimetres narrowestBar{0.25};

Language languageOf(const Value& data) {
    return data.textOr("lang") == "en" ? Language::english : Language::french;
}

/// Edges are rounded, not lengths: what touches on paper touches in dots.
Box boxOf(const Area& area, Resolution resolution) {
    const Dots left = fromMillimetres({area.x}, resolution);
    const Dots top = fromMillimetres({area.y}, resolution);
    return {left, top, fromMillimetres({area.right()}, resolution) - left,
            fromMillimetres({area.bottom()}, resolution) - top};
}

std::string pieceFor(const Piece& piece, const Element& element, const LabelKind& kind, const Value& data) {
    if (piece.kind == Piece::Kind::literal) return piece.text;
    if (piece.kind == Piece::Kind::word) return *labelWord(piece.text, languageOf(data));
    if (!data.has(piece.text)) return "";
    const Field& field = *kind.field(piece.text);
    return element.isBarcode() ? coded(field, data) : shown(field, data[piece.text], languageOf(data));
}

std::string saidBy(const Element& element, const LabelKind& kind, const Value& data) {
    std::string all;
    for (const Piece& piece : element.says)
        all += pieceFor(piece, element, kind, data);
    const auto first = all.find_first_not_of(' ');
    return first == std::string::npos ? "" : all.substr(first, all.find_last_not_of(' ') + 1 - first);
}

/// The name of what is too long, for whoever reads the refusal.
std::string subjectOf(const Element& element) {
    for (const Piece& piece : element.says)
        if (piece.kind == Piece::Kind::field) return piece.text;
    return element.says.empty() ? "" : element.says.front().text;
}

domain::Verdict refused(const domain::RefusalKind& why, const Element& element) {
    return domain::Refusal(why, {{"field", subjectOf(element)}});
}

/// Names the letter, and the field that it is in: "model (😀)".
domain::Verdict withoutFont(const std::string& letter, const Element& element, const Value& data) {
    const auto hasIt = [&](const Piece& piece) {
        return piece.kind == Piece::Kind::field && data.textOr(piece.text).find(letter) != std::string::npos;
    };
    const auto piece = std::ranges::find_if(element.says, hasIt);
    const std::string field = piece == element.says.end() ? subjectOf(element) : piece->text;
    return domain::Refusal(domain::refusals::labelField, {{"field", field + " (" + letter + ")"}});
}

/// Refused when it does not fit and must not be cut, or when a letter would be an empty box.
domain::Verdict verdictOn(const Text& drawn, const Element& element, const Value& data) {
    if (!drawn.unknown.empty()) return withoutFont(drawn.unknown, element, data);
    if (!drawn.isWhole && element.cut == Cut::never) return refused(domain::refusals::labelTooSmall, element);
    return {};
}

domain::Verdict drawTextElement(Bitmap& picture, const Element& element, const std::string& text,
                                const Value& data, Resolution resolution) {
    const Box box = boxOf(element.area, resolution);
    const TextStyle style{.largest = fromMillimetres({element.largest}, resolution),
                          .smallest = fromMillimetres({element.smallest}, resolution),
                          .lines = element.lines,
                          .lineSpacing = element.lines > 1 ? 0.9 : 1,
                          .weight = element.weight,
                          .across = element.across,
                          .down = element.down,
                          .breaks = element.breaks};
    if (element.ground == Ground::white) return verdictOn(drawText(picture, box, text, style), element, data);
    const Dots side = fromMillimetres({1}, resolution), edge = fromMillimetres({0.5}, resolution);
    Bitmap letters(box.width, box.height);
    const Text drawn =
        drawText(letters, {side, edge, box.width - 2 * side, box.height - 2 * edge}, text, style);
    picture.drawInverted(letters, box.x, box.y);
    return verdictOn(drawn, element, data);
}

void drawInTheMiddle(Bitmap& picture, const Bitmap& code, const Box& box) {
    picture.draw(code, box.x + (box.width - code.width()) / 2, box.y + (box.height - code.height()) / 2);
}

domain::Verdict drawBarcode(Bitmap& picture, const Element& element, const std::string& text,
                            Resolution resolution) {
    const Box box = boxOf(element.area, resolution);
    const Dots narrowest = std::max(narrowestModule, fromMillimetres(narrowestBar, resolution));
    const auto code = element.kind == Element::Kind::qr
                          ? largestQr(text, std::min(box.width, box.height), narrowest)
                          : widestCode128(element.kind == Element::Kind::gs1 ? Code128::gs1 : Code128::plain,
                                          text, {box.width, box.height}, narrowest);
    if (!code) return refused(domain::refusals::labelTooSmall, element);
    drawInTheMiddle(picture, *code, box);
    return {};
}

void drawFrame(Bitmap& picture, const Box& box, Dots thickness) {
    picture.blacken({box.x, box.y, box.width, thickness});
    picture.blacken({box.x, box.bottom() - thickness, box.width, thickness});
    picture.blacken({box.x, box.y, thickness, box.height});
    picture.blacken({box.right() - thickness, box.y, thickness, box.height});
}

}  // namespace

domain::Verdict drawElement(Bitmap& picture, const LabelKind& kind, const Element& element, const Value& data,
                            Resolution resolution) {
    if (!element.isWanted(data)) return {};
    const Box box = boxOf(element.area, resolution);
    if (element.kind == Element::Kind::bar) picture.blacken(box);
    if (element.kind == Element::Kind::frame)
        drawFrame(picture, box, std::max(1, fromMillimetres({element.largest}, resolution)));
    const std::string text = saidBy(element, kind, data);
    if (text.empty()) return {};
    return element.isBarcode() ? drawBarcode(picture, element, text, resolution)
                               : drawTextElement(picture, element, text, data, resolution);
}

}  // namespace remise::labels
