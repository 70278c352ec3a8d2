#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server/domain/language.h"
#include "server/domain/value.h"

namespace remise::labels {

struct Shape;
enum class Need { must, may };

/// Something that a label is told: a unit's code, a price. docs/labels.md lists all of them.
struct Field {
    std::string name;
    const Shape* shape;
    Need need;
    std::size_t longest;  ///< characters, of a line where there are several
};

/// What a field's value looks like, in data, in a code and for people.
struct Shape {
    std::string_view name;
    std::size_t longest;  ///< where the field says nothing else
    bool (*accepts)(const domain::Value&, const Field&);
    /// What people read: "149 €", "BCDF GHJR".
    std::string (*shown)(const domain::Value&, domain::Language);
    /// What takes most room, for trying a layout.
    domain::Value (*worst)(const Field&);
};

const Shape* shapeNamed(std::string_view);

/// Whether the value may stand in the field.
bool accepts(const Field&, const domain::Value&);
std::string shown(const Field&, const domain::Value&, domain::Language);
/// What a barcode holds: the value as it is; of the pages' address the page of the thing that `data` calls
/// `code`.
std::string coded(const Field&, const domain::Value& data);

}  // namespace remise::labels
