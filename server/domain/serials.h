#pragma once

#include <string>
#include <string_view>

namespace remise::domain {

/// True for what a maker leaves where a name or number should stand: nothing, punctuation only, "None",
/// "Default string", "To be filled by O.E.M.", "System Product Name" and the like, in any case and spacing.
/// For names of makers and models as well as for serial numbers.
[[nodiscard]] bool isPlaceholder(std::string_view text);

/// True when a serial number (or UUID, or asset number) can tell one thing from another. Placeholders,
/// fewer than four letters and digits, one character or pair repeated, counting up or down (0123456789,
/// 123456789ABCDEF) and masked texts cannot. A doubtful one is no identity: a machine without a serial gets
/// a label, while five machines that share one would become a single unit.
[[nodiscard]] bool isIdentity(std::string_view serial);

/// The form in which two serials are compared: upper case, without blanks or control characters.
/// What is shown and stored keeps its own spelling.
[[nodiscard]] std::string normaliseSerial(std::string_view serial);

}  // namespace remise::domain
