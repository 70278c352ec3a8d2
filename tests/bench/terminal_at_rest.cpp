#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

#include "tests/bench/bench.h"
#include "tests/bench/running_server.h"
#include "tests/support/temporary_folder.h"

namespace remise::bench {
namespace {

using Seconds = std::chrono::duration<double>;

/// A terminal at its sign-in screen, drawn by software and shown nowhere; no server answers it.
class RunningTerminal {
public:
    explicit RunningTerminal(const std::filesystem::path& data) {
        const auto begin = std::chrono::steady_clock::now();
        m_process = start(data);
        // Written once the first frame is out.
        while (!std::filesystem::exists(data / "terminal-view.json")) {
            if (waitpid(m_process, nullptr, WNOHANG) != 0)
                throw std::runtime_error("remise-terminal ended before its first frame, see " +
                                         data.string());
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        m_firstFrame = std::chrono::steady_clock::now() - begin;
    }
    ~RunningTerminal() {
        kill(m_process, SIGTERM);
        waitpid(m_process, nullptr, 0);
    }
    RunningTerminal(const RunningTerminal&) = delete;
    RunningTerminal& operator=(const RunningTerminal&) = delete;

    [[nodiscard]] Seconds firstFrame() const { return m_firstFrame; }
    [[nodiscard]] pid_t process() const { return m_process; }

private:
    static pid_t start(const std::filesystem::path& data) {
        const pid_t child = fork();
        if (child < 0) throw std::runtime_error("cannot start a process");
        if (child > 0) return child;
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        setenv("QT_QPA_PLATFORM", "offscreen", 1);
        setenv("QT_QUICK_BACKEND", "software", 1);
        const int log =
            open((data / "terminal.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        dup2(log, 1);
        dup2(log, 2);
        const std::string program = REMISE_BINARY_DIR "/bin/remise-terminal";
        execl(program.c_str(), program.c_str(), "--simulate", "--windowed", "1280x800", "--server",
              "http://127.0.0.1:9", "--data", data.c_str(), nullptr);
        _exit(127);
    }

    pid_t m_process = 0;
    Seconds m_firstFrame{};
};

}  // namespace

std::vector<Figure> measureTerminalAtRest() {
    constexpr std::size_t starts = 5;
    constexpr auto rest = std::chrono::seconds(2);
    std::vector<double> seconds;
    double megabytes = 0;
    for (std::size_t i = 0; i < starts; ++i) {
        const test::TemporaryFolder folder;
        const RunningTerminal terminal(folder.path());
        seconds.push_back(terminal.firstFrame().count());
        if (i + 1 < starts) continue;
        std::this_thread::sleep_for(rest);
        megabytes = residentMegabytes(terminal.process());
    }
    std::ranges::nth_element(seconds, seconds.begin() + starts / 2);
    return {
        {"terminal_first_frame", seconds[starts / 2], 0.2, "s", "the most we want, sign-in at 1280 x 800"},
        {"terminal_memory", megabytes, 90, "MB", "the most we want, at the sign-in, drawn by software"}};
}

}  // namespace remise::bench
