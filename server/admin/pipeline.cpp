#include "server/admin/pipeline.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <system_error>

#include "db/open_file.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using db::OpenFile;

/// What the programs say, kept for the message when one fails.
class LastWords {
public:
    LastWords() : m_file(mkostemp(m_path.data(), O_CLOEXEC), m_path) {}
    ~LastWords() { unlink(m_path.c_str()); }
    LastWords(const LastWords&) = delete;
    LastWords& operator=(const LastWords&) = delete;

    [[nodiscard]] int file() const { return m_file.number(); }
    [[nodiscard]] std::string text() const {
        constexpr std::size_t enough = 2000;
        std::ifstream file(m_path);
        const std::string all(std::istreambuf_iterator<char>(file), {});
        return all.size() > enough ? all.substr(all.size() - enough) : all;
    }

private:
    std::string m_path = fs::temp_directory_path() / "remise-XXXXXX";
    OpenFile m_file;
};

struct Ends {
    int in, out, words;
};

pid_t start(const std::vector<std::string>& program, const Ends& ends) {
    std::vector<std::string> texts = program;
    std::vector<char*> arguments;
    for (auto& text : texts)
        arguments.push_back(text.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, ends.in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends.out, STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&files, ends.words, STDERR_FILENO);
    pid_t process = 0;
    const int failed = posix_spawnp(&process, arguments[0], &files, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (failed != 0) throw std::system_error(failed, std::generic_category(), "start " + program.front());
    return process;
}

/// Exit status, or minus the signal that ended it.
int await(pid_t process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0)
        if (errno != EINTR) throw std::system_error(errno, std::generic_category(), "wait for a program");
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

void Pipeline::run() const {
    const LastWords words;
    std::optional<OpenFile> from(std::in_place, input, O_RDONLY);
    const OpenFile to(output, O_WRONLY | O_CREAT | O_TRUNC);
    std::vector<pid_t> processes;
    for (const auto& program : programs) {
        if (processes.size() + 1 == programs.size()) {
            processes.push_back(start(program, {from->number(), to.number(), words.file()}));
            from.reset();  // so that the program before hears when this one ends
            break;
        }
        int pipe[2];
        if (pipe2(pipe, O_CLOEXEC) != 0)
            throw std::system_error(errno, std::generic_category(), "join programs");
        OpenFile next(pipe[0], "pipe");
        const OpenFile out(pipe[1], "pipe");
        processes.push_back(start(program, {from->number(), out.number(), words.file()}));
        from.emplace(std::move(next));
    }
    std::string failed;
    for (std::size_t i = 0; i < processes.size(); ++i) {
        const int status = await(processes[i]);
        if (status != 0) failed += programs[i].front() + " ended with " + std::to_string(status) + '\n';
    }
    if (!failed.empty()) throw std::runtime_error(failed + words.text());
    if (fsync(to.number()) != 0 && errno != EINVAL)
        throw std::system_error(errno, std::generic_category(), "write " + output.string());
}

}  // namespace remise::admin
