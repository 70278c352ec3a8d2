#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace remise::workbench {

/// What a tool printed. Its exit code is kept, and believed for nothing.
struct ToolOutput {
    int exit = -1;  ///< -1: it could not be started, or was ended for taking too long
    std::string text;
};

/// Runs a program with these words, and ends it after `patience`: a disk that vanishes keeps tools waiting
/// for minutes. At most 8 MiB of what it prints are kept; what it says on the error output is not.
ToolOutput runTool(const std::vector<std::string>& words, std::chrono::milliseconds patience);

}  // namespace remise::workbench
