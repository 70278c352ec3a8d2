#include "labels/layout_checks.h"

#include <stdexcept>

#include "labels/label_words.h"

namespace remise::labels {
namespace {

void check(bool holds, const std::string& otherwise) {
    if (!holds) throw std::runtime_error(otherwise);
}

/// What an element says, as its layout writes it, for whoever looks for it there.
std::string written(const Element& element) {
    std::string all;
    for (const Piece& piece : element.says) {
        const bool inBraces = piece.kind != Piece::Kind::literal;
        all += (inBraces ? piece.kind == Piece::Kind::word ? "{#" : "{" : "") + piece.text +
               (inBraces ? "}" : "");
    }
    return "\"" + all + "\"";
}

void checkPieces(const LabelKind& kind, const Element& element) {
    for (const Piece& piece : element.says) {
        if (piece.kind == Piece::Kind::field)
            check(kind.field(piece.text), "there is no field " + piece.text);
        if (piece.kind != Piece::Kind::word) continue;
        for (const auto language : {domain::Language::french, domain::Language::english})
            check(labelWord(piece.text, language), "a language lacks the word " + piece.text);
    }
}

/// Barcodes bring a quiet zone of their own, which may lie on the margin.
void checkPlace(const Layout& layout, const Element& element) {
    const Area& at = element.area;
    const double across = element.isBarcode() ? 0 : layout.marginAcross;
    const double along = element.isBarcode() ? 0 : layout.marginAlong;
    constexpr double rounding = 1e-6;
    check(at.width > 0 && at.height > 0, written(element) + " has no room");
    check(at.x >= across - rounding && at.right() <= layout.paper.width.value - across + rounding &&
              at.y >= along - rounding && at.bottom() <= layout.paper.height.value - along + rounding,
          written(element) + " sticks out of the paper or into its margin");
}

void checkText(const Element& element) {
    if (element.kind != Element::Kind::text) return;
    check(element.smallest >= smallestFont, written(element) + " may become too small to read");
    check(element.largest >= element.smallest,
          written(element) + " is smaller at its largest than at its smallest");
    check(element.lines > 0, written(element) + " has no lines");
}

bool overlap(const Area& a, const Area& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

bool neverMeet(const Element& one, const Element& other) {
    return (!one.with.empty() && one.with == other.without) ||
           (!one.without.empty() && one.without == other.with);
}

void checkConditions(const LabelKind& kind, const Element& element) {
    for (const std::string& field : {element.with, element.without})
        check(field.empty() || kind.field(field), "there is no field " + field);
}

/// Texts and codes keep apart; frames and bars may go around and between them.
void checkNeighbours(const Layout& layout) {
    for (const Element& one : layout.elements)
        for (const Element& other : layout.elements) {
            if (&one == &other || one.says.empty() || other.says.empty() || neverMeet(one, other)) continue;
            check(!overlap(one.area, other.area), written(one) + " lies over " + written(other));
        }
}

}  // namespace

void checkLayout(const LabelKind& kind, const Layout& layout) {
    for (const Element& element : layout.elements) {
        checkPieces(kind, element);
        checkConditions(kind, element);
        checkPlace(layout, element);
        checkText(element);
    }
    checkNeighbours(layout);
}

}  // namespace remise::labels
