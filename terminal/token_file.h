#pragma once

#include <filesystem>
#include <string>

namespace remise::terminal {

/// The token that the server gave this terminal when it was enrolled, kept in DIR/token, readable by its
/// owner only.
std::string readToken(const std::filesystem::path& folder);
void writeToken(const std::filesystem::path& folder, const std::string& token);

}  // namespace remise::terminal
