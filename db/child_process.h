#pragma once

#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "db/account.h"
#include "db/open_file.h"

namespace remise::db {

/// A program to run for as long as we live, and no longer.
struct Program {
    std::vector<std::string> arguments;  ///< the first is the program's path, or its name in PATH
    Account account;
    std::filesystem::path folder;  ///< where it starts
    std::filesystem::path log;     ///< takes what it prints
    int keptFile = -1;  ///< the one open file it inherits, as number 3: a lock that lasts as long as it does
    int input = -1;     ///< what it reads, if it reads anything
    int output = -1;    ///< takes its standard output instead of the log
};

/// To add to it what a program prints. It may be a link, to another disk for instance; but not for root, who
/// would write to anybody's file that the owner of the folder links to.
OpenFile openLog(const std::filesystem::path&);

/// Starts the program; the kernel kills it when the calling THREAD ends, however that comes about. Throws
/// std::system_error if it cannot be forked; if it cannot be executed it exits with 127.
pid_t startChild(const Program&);

/// Waits for its end and returns its exit code, or minus the signal that ended it.
int waitForChild(pid_t);

}  // namespace remise::db
