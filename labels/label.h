#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "labels/bitmap.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"

namespace remise::labels {

/// A size of label. Its name is how rolls are sold: width × height, "50x25".
struct Paper {
    Millimetres width;
    Millimetres height;
};
/// "50x25", "62x29", "85.6x54": millimetres, a point before the fraction; nothing when it is no size.
std::optional<Paper> paperNamed(std::string_view name);
std::string nameOf(const Paper&);

/// The kinds of labels there are (`unit`, `badge`, …) and the papers that each has a layout for, the usual
/// one first.
std::vector<std::string> labelKinds();
std::vector<Paper> papersOf(std::string_view kind);
/// Data of a made-up thing, for previews and test pages; null for a kind that does not exist.
domain::Value sampleOf(std::string_view kind);

/// Draws a label: its kind, its fields (docs/labels.md lists them), the paper and how fine the printer is.
/// The same dots everywhere: on screens, in files, on paper. Refused when a field is missing or has no such
/// shape, or when what must be read would not be readable: nothing is ever cut off in silence.
domain::Outcome<Bitmap> drawLabel(std::string_view kind, const domain::Value& data, const Paper&,
                                  Resolution = dpi203);
/// On the kind's usual paper.
domain::Outcome<Bitmap> drawLabel(std::string_view kind, const domain::Value& data);

}  // namespace remise::labels
