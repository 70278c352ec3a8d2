#include "terminal/workbench/run_tool.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace remise::workbench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t mostKept = 8 << 20;
constexpr int notStarted = -1;

/// Its own process group, so that what it has started ends with it.
pid_t start(const std::vector<std::string>& words, int output) {
    std::vector<char*> arguments;
    for (const std::string& word : words)
        arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&files, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    pid_t process = notStarted;
    if (posix_spawnp(&process, arguments[0], &files, &attributes, arguments.data(), environ) != 0)
        process = notStarted;
    posix_spawn_file_actions_destroy(&files);
    posix_spawnattr_destroy(&attributes);
    return process;
}

/// Until the end of what it prints; false when `deadline` came first.
bool readAll(int from, Clock::time_point deadline, std::string& text) {
    char block[65536];
    for (;;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waiting{from, POLLIN, 0};
        if (left <= 0 || ::poll(&waiting, 1, static_cast<int>(left)) == 0) return false;
        const ssize_t count = ::read(from, block, sizeof block);
        if (count <= 0) return true;
        if (text.size() < mostKept) text.append(block, static_cast<std::size_t>(count));
    }
}

}  // namespace

ToolOutput runTool(const std::vector<std::string>& words, std::chrono::milliseconds patience) {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return {};
    const pid_t process = start(words, ends[1]);
    ::close(ends[1]);
    ToolOutput output;
    if (process != notStarted) {
        const bool ended = readAll(ends[0], Clock::now() + patience, output.text);
        if (!ended) ::kill(-process, SIGKILL);
        // One that hangs in the kernel on a dead disk cannot even be killed: it is left behind.
        int status = 0;
        if (::waitpid(process, &status, ended ? 0 : WNOHANG) == process && ended && WIFEXITED(status))
            output.exit = WEXITSTATUS(status);
    }
    ::close(ends[0]);
    return output;
}

}  // namespace remise::workbench
