#include "db/mariadb_folder.h"

#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>
#include <thread>

#include "db/child_process.h"
#include "db/open_file.h"

namespace remise::db {
namespace {

namespace fs = std::filesystem;

constexpr auto patience = std::chrono::seconds(10);
constexpr auto glance = std::chrono::milliseconds(5);
constexpr std::uintmax_t longestLog = 1 << 20;
constexpr std::size_t longestSocketPath = sizeof(sockaddr_un::sun_path) - 1;
constexpr auto installer = "/usr/bin/mariadb-install-db";

fs::path announcement(const fs::path& data) {
    return data / "mysql.socket";
}

[[noreturn]] void fail(const std::string& tried) {
    throw std::system_error(errno, std::generic_category(), tried);
}

std::string readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

fs::path madeFolder(const fs::path& data) {
    const auto absolute = fs::absolute(data);
    fs::create_directories(absolute);
    return absolute;
}

/// Who owns an existing database goes on running it. A new one belongs to us; but root hands it to `mysql`,
/// unless that user could not reach the folder.
Account chooseAccount(const fs::path& data, const fs::path& database) {
    auto us = Account::current();
    if (!us.isRoot()) return us;
    struct stat found {};
    auto chosen = Account::named("mysql");
    if (stat(database.c_str(), &found) == 0) chosen = Account::withId(found.st_uid);
    return chosen && canEnter(*chosen, data) ? *chosen : us;
}

// The data folder may belong to a service account, who could put a link to anybody's file in it: as root,
// follow none.

void give(const fs::path& path, const Account& account) {
    if (account.uid != geteuid() && lchown(path.c_str(), account.uid, account.gid) != 0)
        fail("give " + path.string() + " to " + account.name);
}

void give(int file, const fs::path& path, const Account& account) {
    if (account.uid != geteuid() && fchown(file, account.uid, account.gid) != 0)
        fail("give " + path.string() + " to " + account.name);
}

void makeEmpty(const fs::path& folder, const Account& account) {
    fs::remove_all(folder);
    if (mkdir(folder.c_str(), S_IRWXU) != 0) fail("make " + folder.string());
    give(folder, account);
}

void syncFolder(const fs::path& folder) {
    const int file = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0 || fsync(file) != 0) fail("write " + folder.string() + " to disk");
    close(file);
}

/// The log of the runs before moves aside when it has grown; one such is kept. Who made a link of it looks
/// after what it leads to.
void keepShort(const fs::path& log) {
    if (fs::is_regular_file(fs::symlink_status(log)) && fs::file_size(log) > longestLog)
        fs::rename(log, log.string() + ".old");
}

fs::path shortFolder(const Account& account) {
    const char* const runtime = std::getenv("XDG_RUNTIME_DIR");
    const bool ours = account.uid == geteuid();
    std::string pattern = (ours && runtime != nullptr && fs::exists(runtime) ? std::string(runtime) : "/tmp");
    pattern += "/remise-XXXXXX";
    if (pattern.size() + sizeof("/mysql.sock") > longestSocketPath) pattern = "/tmp/remise-XXXXXX";
    if (mkdtemp(pattern.data()) == nullptr) fail("make a folder for the database's socket");
    give(pattern, account);
    return pattern;
}

}  // namespace

MariadbFolder::MariadbFolder(fs::path data, const std::vector<std::string>& initialOptions, Tenure tenure)
    : m_data(madeFolder(data)), m_lock(m_data, tenure), m_account(chooseAccount(m_data, database())) {
    keepShort(log());
    giveFiles();
    makeEmpty(temporary(), m_account);
    if (!fs::exists(database())) makeDatabase(initialOptions);
    give(database(), m_account);
    chooseSocket();
}

MariadbFolder::~MariadbFolder() {
    std::error_code ignored;  // what stays behind is cleared at the next start
    fs::remove(announcement(m_data), ignored);
    if (m_socket.parent_path() != database()) fs::remove_all(m_socket.parent_path(), ignored);
}

/// What root makes while it looks after somebody's database must not keep him from starting it.
void MariadbFolder::giveFiles() const {
    const OpenFile made = openLog(log());
    give(made.number(), log(), m_account);
    give(m_lock.file(), m_data / "mysql.lock", m_account);
}

/// Made under another name: a crash in the middle leaves nothing that looks like a database.
void MariadbFolder::makeDatabase(const std::vector<std::string>& initialOptions) const {
    const auto unfinished = m_data / "mysql.new";
    makeEmpty(unfinished, m_account);
    // The script cannot stand spaces in a path, so it starts in the folder above and gets relative ones, of
    // which the server reads the second from within the first; --rpm keeps it from changing the system's own
    // files.
    Program program{
        {installer, "--no-defaults", "--rpm", "--datadir=./mysql.new", "--tmpdir=../mysql.tmp",
         "--auth-root-authentication-method=socket", "--auth-root-socket-user=" + Account::current().name,
         "--skip-test-db", "--skip-name-resolve"},
        m_account,
        m_data,
        log(),
        m_lock.file()};
    if (m_account.isRoot()) program.arguments.push_back("--user=root");
    program.arguments.insert(program.arguments.end(), initialOptions.begin(), initialOptions.end());
    if (const int code = waitForChild(startChild(program)); code != 0)
        throw std::runtime_error(std::string(installer) + " failed with " + std::to_string(code) + " in " +
                                 m_data.string() + ":\n" + endOfLog());
    fs::rename(unfinished, database());
    syncFolder(m_data);
}

void MariadbFolder::chooseSocket() {
    // What a crash left behind. Whoever owns the data may have named any folder there: only an empty one
    // goes.
    const fs::path before = readFile(announcement(m_data));
    if (before.filename() == "mysql.sock" &&
        before.parent_path().filename().string().starts_with("remise-")) {
        std::error_code ignored;
        fs::remove(before, ignored);
        fs::remove(before.parent_path(), ignored);
    }
    fs::remove(announcement(m_data));
    m_socket = database() / "mysql.sock";
    if (m_socket.native().size() > longestSocketPath) m_socket = shortFolder(m_account) / "mysql.sock";
}

void MariadbFolder::announce() const {
    const auto unfinished = m_data / "mysql.socket.new";
    fs::remove(unfinished);
    constexpr mode_t readableByAll = 0644;
    const OpenFile file(
        open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, readableByAll),
        unfinished);
    const auto& text = m_socket.native();
    if (write(file.number(), text.data(), text.size()) != static_cast<ssize_t>(text.size()))
        fail("write " + unfinished.string());
    fs::rename(unfinished, announcement(m_data));
}

std::string MariadbFolder::endOfLog() const {
    constexpr std::size_t enough = 2000;
    const auto text = readFile(log());
    return text.size() > enough ? text.substr(text.find('\n', text.size() - enough) + 1) : text;
}

fs::path announcedSocket(const fs::path& data) {
    const auto end = std::chrono::steady_clock::now() + patience;
    for (;;) {
        if (const auto path = readFile(announcement(fs::absolute(data))); !path.empty()) return path;
        if (std::chrono::steady_clock::now() > end)
            throw std::runtime_error("The database in " + data.string() +
                                     " is in use but does not say where");
        std::this_thread::sleep_for(glance);
    }
}

}  // namespace remise::db
