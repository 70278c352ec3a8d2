#pragma once

#include <string>
#include <vector>

#include "labels/layout.h"

namespace remise::test {

/// What a label is tried with: made-up data of its kind, in both languages; only what it must have; the
/// longest that its fields take; names in several scripts.
struct Wording {
    std::string name;
    domain::Value data;
};
std::vector<Wording> wordingsFor(const labels::LabelKind&);

/// No ink lies in the layout's margins.
bool keepsMargins(const labels::Bitmap&, const labels::Layout&, labels::Resolution);

/// A barcode that must be on a label.
struct Expected {
    std::string kind;  ///< as ZXing names it
    std::string text;
    std::string symbology;  ///< "]C1" for GS1-128; empty where it does not matter
};
std::vector<Expected> barcodesOn(const labels::LabelKind&, const labels::Layout&, const domain::Value& data);

}  // namespace remise::test
