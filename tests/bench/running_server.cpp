#include "tests/bench/running_server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <thread>

namespace remise::bench {
namespace {

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int freePort() {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(fd, reinterpret_cast<sockaddr*>(&address), size) != 0 ||
        getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        throw std::runtime_error("no free port on loopback");
    close(fd);
    return ntohs(address.sin_port);
}

pid_t start(const std::filesystem::path& data, int port, const char* demo) {
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a process");
    if (child > 0) return child;
    prctl(PR_SET_PDEATHSIG, SIGTERM);  // a run that ends badly leaves no server behind
    const int log = open((data / "server.log").c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    dup2(log, 1);
    dup2(log, 2);
    const std::string program = REMISE_BINARY_DIR "/bin/remise-server", where = std::to_string(port);
    execl(program.c_str(), program.c_str(), "--data", data.c_str(), "--port", where.c_str(), demo, nullptr);
    _exit(127);
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream in(path);
    return {std::istreambuf_iterator<char>(in), {}};
}

bool isReady(int port) {
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(port);
    char answer[16] = {};
    const std::string request = "GET /readyz HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";
    const bool asked = connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 &&
                       write(fd, request.data(), request.size()) > 0 &&
                       read(fd, answer, sizeof answer - 1) > 0;
    close(fd);
    return asked && std::string(answer).find(" 200") != std::string::npos;
}

}  // namespace

RunningServer::RunningServer(const std::filesystem::path& data, Site site) : m_port(freePort()) {
    const auto begin = std::chrono::steady_clock::now();
    m_process = start(data, m_port, site == Site::demo ? "--demo" : nullptr);
    while (!isReady(m_port)) {
        if (waitpid(m_process, nullptr, WNOHANG) != 0)
            throw std::runtime_error("remise-server ended before it was ready:\n" +
                                     textOf(data / "server.log"));
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    m_startTime = std::chrono::steady_clock::now() - begin;
}

RunningServer::~RunningServer() {
    kill(m_process, SIGTERM);
    waitpid(m_process, nullptr, 0);
}

double residentMegabytes(pid_t process) {
    std::ifstream status("/proc/" + std::to_string(process) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
    throw std::runtime_error("cannot read the memory of process " + std::to_string(process));
}

}  // namespace remise::bench
