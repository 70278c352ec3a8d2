#pragma once

#include <sys/types.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace remise::db {

/// A user of the operating system, as a program runs under it.
struct Account {
    std::string name;
    uid_t uid = 0;
    gid_t gid = 0;
    std::vector<gid_t> groups;

    [[nodiscard]] bool isRoot() const { return uid == 0; }

    /// Whoever runs this program. Throws std::runtime_error if the system knows no name for it.
    static Account current();
    static std::optional<Account> named(const std::string&);
    static Account withId(uid_t);
};

/// Takes the account's rights in a freshly forked child; async-signal-safe. False if the system refuses.
[[nodiscard]] bool become(const Account&);

/// Whether the account could enter the folder, asked of the kernel by a child that becomes it.
bool canEnter(const Account&, const std::filesystem::path& folder);

}  // namespace remise::db
