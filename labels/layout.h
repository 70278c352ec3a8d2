#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "labels/field.h"
#include "labels/label.h"
#include "labels/text.h"

namespace remise::labels {

/// A rectangle on paper, in millimetres from the upper left corner.
struct Area {
    double x, y, width, height;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

/// A piece of what an element says: as it stands, the value of a field, or a word of the catalogue.
struct Piece {
    enum class Kind { literal, field, word } kind;
    std::string text;
};
using Pieces = std::vector<Piece>;

/// What is done with a text that does not fit at its smallest size: a name ends in "…", while a serial number
/// cut short is another serial number, so that the label is refused.
enum class Cut { never, ellipsis };
enum class Ground { white, black };

/// One thing on a label.
struct Element {
    enum class Kind { text, qr, code128, gs1, bar, frame } kind;
    Area area;
    Pieces says;         ///< nothing for a bar or a frame
    double largest = 0;  ///< text: font size in mm; frame: thickness
    double smallest = 0;
    int lines = 1;
    Weight weight = Weight::regular;
    Across across = Across::start;
    Down down = Down::middle;
    Breaks breaks = Breaks::blanks;
    Cut cut = Cut::ellipsis;
    Ground ground = Ground::white;
    std::string with{};     ///< only where this field is given
    std::string without{};  ///< only where this field is not given

    /// Whether it is drawn: none of its fields given, and there is nothing to say.
    [[nodiscard]] bool isWanted(const domain::Value& data) const;
    [[nodiscard]] bool isBarcode() const {
        return kind == Kind::qr || kind == Kind::code128 || kind == Kind::gs1;
    }
};

/// A kind of label on one paper.
struct Layout {
    Paper paper;
    double marginAcross;  ///< left and right: no ink nearer to the edge
    double marginAlong;   ///< above and below
    std::vector<Element> elements;
};

/// A kind of label: what it is told, and how that is laid out on each paper, the usual one first.
struct LabelKind {
    std::string name;
    std::vector<Field> fields;
    domain::Value sample;
    std::vector<Layout> layouts;

    [[nodiscard]] const Field* field(std::string_view name) const;
    [[nodiscard]] const Layout* layout(const Paper&) const;
};

/// Reads a kind from its JSON (docs/labels.md says what is in it) and checks that it can be printed: elements
/// on the paper and beside each other, letters that can be read, fields and words that exist. Throws with
/// what is wrong and where.
LabelKind readLabelKind(std::string_view name, std::string_view json);

/// All kinds there are, by name.
const std::vector<LabelKind>& everyLabelKind();
const LabelKind* labelKindNamed(std::string_view name);

}  // namespace remise::labels
