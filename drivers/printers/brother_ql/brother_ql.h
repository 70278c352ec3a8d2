#pragma once

#include <string>

#include "drivers/printers/brother_ql/media.h"

namespace remise::drivers::brother_ql {

/// NULs that end whatever was cut off before, and the command that forgets it. Harmless at any time.
std::string beginning(const Model&);
/// Asks for the 32 bytes of status.
inline constexpr std::string_view askStatus = "\x1biS";

/// One label, in the order in which it is sent. Before `picture` nothing moves; from its first row on the
/// printer may begin to print without waiting for `ending`.
struct Stream {
    std::string settings;
    std::string picture;
    std::string ending;

    [[nodiscard]] std::string whole() const { return settings + picture + ending; }
};

/// `printable` has the width that the medium's printable part has (see fitted). See README.md.
Stream encode(const labels::Bitmap& printable, const Medium&, const Model&);

}  // namespace remise::drivers::brother_ql
