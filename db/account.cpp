#include "db/account.h"

#include <grp.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <stdexcept>
#include <system_error>

namespace remise::db {
namespace {

Account accountOf(const passwd& entry) {
    Account account{entry.pw_name, entry.pw_uid, entry.pw_gid, {}};
    int count = 64;
    account.groups.resize(static_cast<std::size_t>(count));
    if (getgrouplist(entry.pw_name, entry.pw_gid, account.groups.data(), &count) < 0) {
        account.groups.resize(static_cast<std::size_t>(count));
        getgrouplist(entry.pw_name, entry.pw_gid, account.groups.data(), &count);
    }
    account.groups.resize(static_cast<std::size_t>(count));
    return account;
}

}  // namespace

Account Account::current() {
    return withId(geteuid());
}

std::optional<Account> Account::named(const std::string& name) {
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16384);
    if (getpwnam_r(name.c_str(), &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        return {};
    return accountOf(entry);
}

Account Account::withId(uid_t uid) {
    passwd entry{};
    passwd* found = nullptr;
    std::vector<char> buffer(16384);
    if (getpwuid_r(uid, &entry, buffer.data(), buffer.size(), &found) != 0 || found == nullptr)
        throw std::runtime_error("The system has no name for user " + std::to_string(uid) +
                                 "; a private database needs one to let it in");
    return accountOf(entry);
}

bool become(const Account& account) {
    return setgroups(account.groups.size(), account.groups.data()) == 0 && setgid(account.gid) == 0 &&
           setuid(account.uid) == 0;
}

bool canEnter(const Account& account, const std::filesystem::path& folder) {
    const char* const path = folder.c_str();
    const pid_t child = fork();
    if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
    if (child == 0) _exit(become(account) && access(path, X_OK) == 0 ? 0 : 1);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace remise::db
