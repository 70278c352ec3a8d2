#include "db/private_mariadb.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <chrono>
#include <cstring>
#include <stdexcept>
#include <thread>

#include "db/connection.h"
#include "db/mariadb_folder.h"
#include "db/open_file.h"
#include "db/supervisor.h"

namespace remise::db {
namespace {

constexpr auto serverProgram = "/usr/sbin/mariadbd";
constexpr auto glance = std::chrono::milliseconds(2);
constexpr int greetingMilliseconds = 100;
/// One end may come from outside; whoever keeps ending cannot start.
constexpr int endsBeforeGivingUp = 2;

std::string logSize(const PrivateMariadb::Options& options) {
    return "--innodb-log-file-size=" + std::to_string(options.logMebibytes) + "M";
}

std::vector<std::string> initialOptions(const PrivateMariadb::Options& options) {
    auto all = options.more;
    all.push_back(logSize(options));
    return all;
}

Program serverOf(const MariadbFolder& folder, const PrivateMariadb::Options& options) {
    Program program{{serverProgram, "--no-defaults", "--basedir=/usr",
                     "--datadir=" + folder.database().string(), "--tmpdir=" + folder.temporary().string(),
                     "--socket=" + folder.socket().string(), "--pid-file=mariadbd.pid",
                     "--log-error=" + folder.log().string(), "--skip-networking", "--skip-name-resolve",
                     "--character-set-server=utf8mb4", "--skip-log-bin", "--performance-schema=OFF",
                     "--innodb-buffer-pool-size=" + std::to_string(options.bufferPoolMebibytes) + "M",
                     logSize(options), "--innodb-flush-log-at-trx-commit=1", "--max-allowed-packet=64M",
                     "--max-prepared-stmt-count=100000"},
                    folder.account(),
                    folder.database(),
                    folder.log(),
                    folder.lock().file()};
    if (folder.account().isRoot()) program.arguments.push_back("--user=root");
    program.arguments.insert(program.arguments.end(), options.more.begin(), options.more.end());
    return program;
}

/// A connection that only asks who is there.
class Probe {
public:
    explicit Probe(const std::filesystem::path& path)
        : m_file(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), path) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, path.c_str(), sizeof address.sun_path - 1);
        m_connected = connect(m_file.number(), reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }

    /// Another server may listen there: only the process at the other end tells.
    [[nodiscard]] bool reaches(pid_t process) const {
        ucred peer{};
        socklen_t size = sizeof peer;
        return m_connected && getsockopt(m_file.number(), SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 &&
               peer.pid == process;
    }

    /// A server greets when it is ready, which may be long after it began to listen.
    [[nodiscard]] bool isGreeted() const {
        pollfd waiting{m_file.number(), POLLIN, 0};
        return poll(&waiting, 1, greetingMilliseconds) == 1 && (waiting.revents & POLLIN) != 0;
    }

private:
    OpenFile m_file;
    bool m_connected = false;
};

Settings settingsOf(const MariadbFolder& folder) {
    Settings settings;
    settings.socket = folder.socket();
    settings.user = Account::current().name;
    return settings;
}

}  // namespace

struct PrivateMariadb::State {
    MariadbFolder folder;
    Supervisor supervisor;
    Settings settings;

    State(const std::filesystem::path& data, const Options& options)
        : folder(data, initialOptions(options), options.tenure),
          supervisor(serverOf(folder, options)),
          settings(settingsOf(folder)) {
        awaitGreeting();
        Connection(settings).execute("CREATE DATABASE IF NOT EXISTS remise CHARACTER SET utf8mb4");
        settings.database = "remise";
        folder.announce();
    }

    void awaitGreeting() const {
        for (;;) {
            if (supervisor.ends() > endsBeforeGivingUp)
                throw std::runtime_error("MariaDB does not start in " + folder.database().string() + ":\n" +
                                         folder.endOfLog());
            const Probe probe(folder.socket());
            if (probe.reaches(supervisor.process())) {
                if (probe.isGreeted()) return;
            } else {
                std::this_thread::sleep_for(glance);
            }
        }
    }
};

PrivateMariadb::PrivateMariadb(const std::filesystem::path& data, const Options& options)
    : m_state(new State(data, options)) {
}

PrivateMariadb::PrivateMariadb(const std::filesystem::path& data) : PrivateMariadb(data, Options{}) {
}

PrivateMariadb::~PrivateMariadb() = default;

const Settings& PrivateMariadb::settings() const {
    return m_state->settings;
}

pid_t PrivateMariadb::process() const {
    return m_state->supervisor.process();
}

}  // namespace remise::db
