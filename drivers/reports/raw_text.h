#pragma once

#include <string>

namespace remise::drivers::reports {

/// What a tool wrote, without what its way into a file added: UTF-16 with its mark (as PowerShell redirects)
/// becomes UTF-8, the mark of UTF-8 goes, and so do other programs' lines before and behind JSON ("WARNING:
/// you should run this program as super-user."). All else stays byte for byte.
[[nodiscard]] std::string plainText(std::string bytes);

}  // namespace remise::drivers::reports
