#pragma once

#include <string>
#include <string_view>

namespace remise::test {

/// A printer's stream as text that people can read and tools can compare: a command a line, its bytes in
/// hexadecimal (`ff*12` is twelve times ff, `16x` before a line that stands sixteen times), behind `#` what
/// it means. No byte is left out: two streams that differ differ in their texts.
std::string explainedBrotherQl(std::string_view stream);
std::string explainedEscpos(std::string_view stream);

}  // namespace remise::test
