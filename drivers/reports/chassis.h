#pragma once

#include <string>
#include <string_view>

namespace remise::drivers::reports {

/// Our category for a chassis as SMBIOS, GLPI or lshw call it ("Notebook", "mini tower", "low-profile"):
/// laptop, desktop, tablet, server; empty for what says nothing.
[[nodiscard]] std::string categoryOfChassis(std::string_view chassis);

}  // namespace remise::drivers::reports
