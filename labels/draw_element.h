#pragma once

#include "labels/layout.h"
#include "server/domain/outcome.h"

namespace remise::labels {

/// Draws one element of a layout with the label's data, which fit the kind's fields. Where none of an
/// element's fields is known, nothing is drawn. Refused (label_too_small) when it would not be readable.
domain::Verdict drawElement(Bitmap&, const LabelKind&, const Element&, const domain::Value& data, Resolution);

}  // namespace remise::labels
