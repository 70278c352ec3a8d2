#include "tests/house/run_tool.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace remise::house {

ToolResult runTool(const std::string& commandLine) {
    const std::string inTheRoot = "cd '" REMISE_SOURCE_DIR "' && { " + commandLine + "; } 2>&1";
    FILE* pipe = popen(inTheRoot.c_str(), "r");
    if (!pipe) throw std::runtime_error("cannot run " + commandLine);
    ToolResult result;
    std::array<char, 4096> part;
    while (const std::size_t n = fread(part.data(), 1, part.size(), pipe))
        result.output.append(part.data(), n);
    const int status = pclose(pipe);
    result.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result;
}

}  // namespace remise::house
