// remise-server: the command line, the database and the listening socket around the program.

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <future>
#include <iostream>
#include <utility>

#include "db/database_home.h"
#include "db/error.h"
#include "db/migrate.h"
#include "server/end_watch.h"
#include "server/http/server.h"
#include "server/ledger/seal_files.h"
#include "server/program.h"

namespace remise {
namespace {

using End = std::shared_future<void>;

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

/// Serves until the end is asked for; what was taken on by then is finished, new requests are refused
/// meanwhile.
void serve(const Options& options, const End& end) {
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
    end.wait();
    server.stop();
}

/// A database may be away for a moment, start after us, or be in the hands of a tool that makes a backup: it
/// is waited for, until the end is asked for.
void serveOnceThereIsADatabase(const Options& options, const End& end) {
    constexpr auto betweenTries = std::chrono::milliseconds(100);
    bool isSaid = false;
    const auto say = [&isSaid](const std::exception& trouble) {
        if (!std::exchange(isSaid, true))
            std::cerr << "remise-server: waits for its database: " << trouble.what() << std::endl;
    };
    do {
        try {
            return serve(options, end);
        } catch (const db::Error& trouble) {
            if (!trouble.isAway()) throw;
            say(trouble);
        } catch (const db::FolderInUse& inUse) {
            if (inUse.tenure() == db::Tenure::lasting) throw;
            say(inUse);
        }
    } while (end.wait_for(betweenTries) == std::future_status::timeout);
}

int run(int argc, char** argv) {
    const auto options = readOptions(argc, argv);
    if (!options) return 2;
    const End end = watchForTheEnd();
    std::filesystem::create_directories(options->data);
    serveOnceThereIsADatabase(*options, end);
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
