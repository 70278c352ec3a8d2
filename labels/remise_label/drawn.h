#pragma once

#include <string_view>
#include <vector>

#include "labels/bitmap.h"
#include "labels/remise_label/words.h"
#include "server/domain/outcome.h"

namespace remise::labels::cli {

/// `--dpi 203` or `--dpi 300`; 203 when nothing is said.
Resolution resolutionOf(const Options&);

/// The labels of `KIND --data JSON|@FILE [--size WxH]`: one, or one for each element when the JSON is an
/// array. Throws a UsageError with what is wrong with them.
std::vector<Bitmap> drawnLabels(std::string_view kind, const Options&, Resolution);

/// The value of an outcome; its refusal is a UsageError.
template <typename T>
T orUsage(domain::Outcome<T> outcome) {
    if (!outcome) throw UsageError(outcome.refusal().text(domain::Language::english));
    return std::move(*outcome);
}

}  // namespace remise::labels::cli
