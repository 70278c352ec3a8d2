#include "db/child_process.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <csignal>
#include <system_error>

namespace remise::db {
namespace {

constexpr int cannotRun = 127;
constexpr int firstOwnFile = 3;

/// Everything the child needs, made before the fork: between fork and exec nothing may allocate.
struct Prepared {
    std::vector<char*> arguments;
    const char* folder;
    int input;
    int output;
    int log;
    pid_t parent;
    bool changesAccount;
};

void keepOnly(int keptFile) {
    if (keptFile >= 0 && keptFile != firstOwnFile) dup2(keptFile, firstOwnFile);
    if (keptFile >= 0) fcntl(firstOwnFile, F_SETFD, 0);
    close_range(keptFile >= 0 ? firstOwnFile + 1 : firstOwnFile, UINT_MAX, 0);
}

void forgetSignals() {
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    for (const int each : {SIGPIPE, SIGTERM, SIGINT, SIGHUP, SIGCHLD})
        signal(each, SIG_DFL);
}

[[noreturn]] void runChild(const Program& program, const Prepared& prepared) {
    setpgid(0, 0);  // a Ctrl-C in our terminal is for us; the child is stopped when we are done with it
    if (prepared.changesAccount && !become(program.account)) _exit(cannotRun);
    // After the change of user, which would clear it; and the parent may be gone already.
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != prepared.parent) _exit(cannotRun);
    forgetSignals();
    dup2(prepared.input, STDIN_FILENO);
    dup2(prepared.output, STDOUT_FILENO);
    dup2(prepared.log, STDERR_FILENO);
    keepOnly(program.keptFile);
    if (chdir(prepared.folder) == 0) execvp(prepared.arguments[0], prepared.arguments.data());
    _exit(cannotRun);
}

}  // namespace

OpenFile openLog(const std::filesystem::path& path) {
    return {path, O_WRONLY | O_CREAT | O_APPEND | (geteuid() == 0 ? O_NOFOLLOW : 0)};
}

pid_t startChild(const Program& program) {
    const OpenFile nothing("/dev/null", O_RDWR);
    const OpenFile log = openLog(program.log);
    std::vector<std::string> arguments = program.arguments;
    Prepared prepared{{},
                      program.folder.c_str(),
                      program.input >= 0 ? program.input : nothing.number(),
                      program.output >= 0 ? program.output : log.number(),
                      log.number(),
                      getpid(),
                      program.account.uid != geteuid()};
    for (auto& argument : arguments)
        prepared.arguments.push_back(argument.data());
    prepared.arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child < 0)
        throw std::system_error(errno, std::generic_category(), "fork " + program.arguments.front());
    if (child == 0) runChild(program, prepared);
    return child;
}

int waitForChild(pid_t child) {
    int status = 0;
    while (waitpid(child, &status, 0) < 0) {
        if (errno != EINTR)
            throw std::system_error(errno, std::generic_category(),
                                    "wait for process " + std::to_string(child));
    }
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace remise::db
