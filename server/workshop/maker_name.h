#pragma once

#include <string>
#include <string_view>

namespace remise::workshop {

/// A maker as people write it: firmware says "LENOVO", "Dell Inc." or "Hewlett-Packard". What is not known
/// stays as it is.
std::string makerName(std::string_view firmware);

}  // namespace remise::workshop
