// remise-server: the command line, the database and the listening socket around the program.

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <utility>

#include "db/database_home.h"
#include "db/error.h"
#include "db/migrate.h"
#include "server/http/server.h"
#include "server/ledger/seal_files.h"
#include "server/program.h"

namespace remise {
namespace {

db::DatabaseHome openAndMigrate(const Options& options) {
    const char* address = std::getenv("REMISE_DATABASE");
    auto home = db::openDatabase(options.data, address ? std::optional<std::string>(address) : std::nullopt,
                                 db::IfRunning::refuse);
    // A private database has this one user; a shared one is altered by remise-admin migrate only.
    if (home.isOwn()) db::migrate(home.settings());
    return home;
}

/// Servers that share a database are given the one key by whoever looks after them.
void makeSealKey(const Options& options, const db::DatabaseHome& home) {
    const ledger::SealKeys keys(options.sealKey);
    if (home.isOwn() && !keys.signingKey()) keys.make();
}

/// What was taken on is finished, new requests are refused meanwhile. It always ends: whoever cannot wait
/// sends a second signal, and what takes too long is given up. Nothing is lost then either: a command is
/// stored or it was not answered, and its sender asks again.
void endCleanly(http::Server& server, const sigset_t& ends) {
    using namespace std::chrono_literals;
    constexpr timespec betweenLooks{0, 20'000'000};
    server.stop();
    const auto deadline = std::chrono::steady_clock::now() + 10s;
    while (!server.waitUntilDrained(0ms)) {
        const bool isAskedAgain = ::sigtimedwait(&ends, nullptr, &betweenLooks) > 0;
        if (!isAskedAgain && std::chrono::steady_clock::now() < deadline) continue;
        std::cerr << "remise-server: ends without finishing what was begun" << std::endl;
        std::_Exit(1);
    }
}

/// Serves until a signal ends it.
void serve(const Options& options, const sigset_t& ends) {
    const auto home = openAndMigrate(options);
    makeSealKey(options, home);
    Program program(home.settings(), options);
    http::Server server({.address = options.listen,
                         .port = options.port,
                         .certificate = options.certificate,
                         .key = options.key,
                         .trustedProxy = options.trustedProxy},
                        program.router(), program.streams());
    std::cout << "remise-server: " << options.addressOf(server.port()) << std::endl;
    if (options.demo) program.loadDemo(server.port());
    int signal = 0;
    sigwait(&ends, &signal);
    endCleanly(server, ends);
}

/// A database may be away for a moment, start after us, or be in the hands of a tool that makes a backup: it
/// is waited for, until a signal ends the wait.
void serveOnceThereIsADatabase(const Options& options, const sigset_t& ends) {
    constexpr timespec betweenTries{0, 100'000'000};
    bool isSaid = false;
    const auto say = [&isSaid](const std::exception& trouble) {
        if (!std::exchange(isSaid, true))
            std::cerr << "remise-server: waits for its database: " << trouble.what() << std::endl;
    };
    do {
        try {
            return serve(options, ends);
        } catch (const db::Error& trouble) {
            if (!trouble.isAway()) throw;
            say(trouble);
        } catch (const db::FolderInUse& inUse) {
            if (inUse.tenure() == db::Tenure::lasting) throw;
            say(inUse);
        }
    } while (sigtimedwait(&ends, nullptr, &betweenTries) < 0);
}

int run(int argc, char** argv) {
    const auto options = readOptions(argc, argv);
    if (!options) return 2;
    // Every thread inherits the mask, so that the signals wait for sigwait.
    sigset_t ends;
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigaddset(&ends, SIGINT);
    pthread_sigmask(SIG_BLOCK, &ends, nullptr);
    std::filesystem::create_directories(options->data);
    serveOnceThereIsADatabase(*options, ends);
    return 0;
}

}  // namespace
}  // namespace remise

int main(int argc, char** argv) {
    try {
        return remise::run(argc, argv);
    } catch (const std::exception& fault) {
        std::cerr << "remise-server: " << fault.what() << std::endl;
        return 1;
    }
}
