#pragma once

#include <string>

namespace remise::house {

struct ToolResult {
    int status = 0;      ///< exit status; 127 when the tool is not there
    std::string output;  ///< what it wrote, both streams
};

/// Runs a command line of the shell in the root of the tree.
ToolResult runTool(const std::string& commandLine);

}  // namespace remise::house
