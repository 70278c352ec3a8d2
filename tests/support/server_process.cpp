#include "tests/support/server_process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "tests/support/http_client.h"

namespace remise::test {
namespace {

constexpr auto glance = std::chrono::milliseconds(2);

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

pid_t start(const std::vector<std::string>& arguments, const std::optional<std::string>& database,
            const std::filesystem::path& log) {
    std::vector<std::string> texts{REMISE_BINARY_DIR "/bin/remise-server"};
    texts.insert(texts.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (auto& text : texts)
        argv.push_back(text.data());
    argv.push_back(nullptr);
    const pid_t child = fork();
    if (child != 0) return child;
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // a test that ends badly leaves no server behind
    const int out = open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    dup2(out, STDOUT_FILENO);
    dup2(out, STDERR_FILENO);
    if (database)
        setenv("REMISE_DATABASE", database->c_str(), 1);
    else
        unsetenv("REMISE_DATABASE");
    execv(argv[0], argv.data());
    _exit(127);
}

}  // namespace

ServerProcess::ServerProcess(std::filesystem::path data, std::optional<std::string> database,
                             std::vector<std::string> more) {
    more.insert(more.end(), {"--data", data.string(), "--port", "0"});
    std::filesystem::create_directories(data);
    m_log = data.string() + ".log";
    m_process = start(more, database, m_log);
}

ServerProcess::~ServerProcess() {
    die();
}

std::string ServerProcess::log() const {
    return contentOf(m_log);
}

std::uint16_t ServerProcess::port() const {
    const std::string said = log();
    const auto at = said.find("http://127.0.0.1:");
    if (at == said.npos || said.find('\n', at) == said.npos) return 0;
    return static_cast<std::uint16_t>(std::stoi(said.substr(at + 17)));
}

int ServerProcess::readiness() const {
    try {
        return port() == 0 ? 0 : HttpClient(port()).ask("GET", "/readyz").status;
    } catch (const std::runtime_error&) {
        return 0;
    }
}

void ServerProcess::awaitReady() {
    while (readiness() != 200) {
        if (waitpid(m_process, nullptr, WNOHANG) != 0) {
            m_process = 0;
            throw std::runtime_error("remise-server ended before it was ready:\n" + log());
        }
        std::this_thread::sleep_for(glance);
    }
}

void ServerProcess::die() {
    if (m_process == 0) return;
    kill(m_process, SIGKILL);
    waitpid(m_process, nullptr, 0);
    m_process = 0;
}

int ServerProcess::awaitEnd() {
    int status = 0;
    waitpid(m_process, &status, 0);
    m_process = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

pid_t databaseOf(const ServerProcess& server) {
    const std::string process = std::to_string(server.process());
    for (const auto& thread : std::filesystem::directory_iterator("/proc/" + process + "/task")) {
        std::ifstream children(thread.path() / "children");
        for (pid_t child = 0; children >> child;)
            if (contentOf("/proc/" + std::to_string(child) + "/comm") == "mariadbd\n") return child;
    }
    return 0;
}

}  // namespace remise::test
