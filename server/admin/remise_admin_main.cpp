// remise-admin: what is done to a Remise from the outside, with the server up or stopped.

#include <termios.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "db/database_home.h"
#include "db/migrate.h"
#include "db/pool.h"
#include "server/admin/arguments.h"
#include "server/admin/backup.h"
#include "server/admin/backup_folder.h"
#include "server/admin/backup_place.h"
#include "server/admin/demo.h"
#include "server/admin/known_site.h"
#include "server/admin/last_will.h"
#include "server/admin/proof_commands.h"
#include "server/admin/restore.h"
#include "server/admin/revoke.h"
#include "server/identity/create_person.h"
#include "server/identity/enrol_terminal.h"
#include "server/identity/shared_secret.h"
#include "server/ledger/writer.h"
#include "server/workshop/reread_inventories.h"

namespace remise::admin {
namespace {

domain::Milliseconds nowMilliseconds() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

/// Typed unseen at a keyboard; read as it is from a pipe.
std::string askForPassword() {
    termios before{};
    const bool typed = ::tcgetattr(STDIN_FILENO, &before) == 0;
    if (typed) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
        std::cerr << "password: " << std::flush;
    }
    std::string password;
    std::getline(std::cin, password);
    if (typed) {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
        std::cerr << '\n';
    }
    return password;
}

int addStaff(db::Pool& pool, const Arguments& arguments) {
    const auto role = domain::roleNamed(arguments.need("role"));
    if (!role) throw WrongUse("--role: unknown");
    const std::string password = askForPassword();
    const auto person =
        identity::createStaff(pool, {arguments.need("email"), password, arguments.need("name"), "fr"}, *role,
                              arguments.need("site"), nowMilliseconds());
    if (!person) {
        std::cerr << person.refusal().text(domain::Language::english) << '\n';
        return 1;
    }
    return 0;
}

SealPlace sealPlaceOf(const Arguments& arguments, const std::filesystem::path& data) {
    const auto folder = arguments.get("seals");
    if (folder && !std::filesystem::is_directory(*folder))
        throw WrongUse("--seals: there is no folder " + *folder);
    return sealPlace(data, arguments.get("seal-key"), folder ? folder : arguments.get("seals-to"));
}

int backup(const Arguments& arguments, const db::Settings& settings, const std::filesystem::path& data,
           const SealPlace& seals) {
    const std::string to = arguments.need("to");
    const auto keep = arguments.count("keep");
    // A disk that is not there must not pass for a new place.
    if (keep && !std::filesystem::is_directory(to))
        throw std::runtime_error("there is no folder " + to + "; is its disk there?");
    const auto made = makeBackup(settings, data, seals.keys, to, nowMilliseconds());
    std::cout << made.string() << std::endl;
    if (keep) keepNewest(made, *keep);
    return 0;
}

int restore(const Arguments& arguments, const std::filesystem::path& data,
            const std::optional<std::string>& address, const SealPlace& seals) {
    ReturnTo wanted{arguments.get("binlogs"), {}};
    if (const auto until = arguments.get("until"); until && !(wanted.until = readLocalTime(*until)))
        throw WrongUse("--until: a moment like '2026-11-22 14:05:00'");
    restoreBackup(arguments.need("from"), data, address, wanted);
    const auto home = db::openDatabase(data, address, db::IfRunning::refuse);
    db::Pool pool(home.settings(), 8);
    return verifyAll(pool, seals);
}

int reparse(db::Pool& pool) {
    ledger::Codes codes(pool);
    ledger::Writer writer(pool, codes);
    const auto result = workshop::RereadInventories(pool, writer, codes)(nowMilliseconds());
    std::cout << result.all << " inventories: " << result.understood << " understood now, " << result.mended
              << " histories mended, " << result.unread << " not understood" << std::endl;
    for (const std::string& refused : result.refused)
        std::cerr << refused << '\n';
    return result.refused.empty() ? 0 : 1;
}

int run(const Arguments& arguments) {
    const std::filesystem::path data = std::filesystem::absolute(arguments.need("data"));
    const SealPlace seals = sealPlaceOf(arguments, data);
    if (arguments.command == "keys") return printKeys(seals.keys);
    if (arguments.command == "new-seal-key") return newSealKey(seals.keys);
    const char* named = std::getenv("REMISE_DATABASE");
    const auto address = named ? std::optional<std::string>(named) : std::nullopt;
    if (arguments.command == "restore") return restore(arguments, data, address, seals);
    const bool mayBegin = arguments.command == "migrate" || arguments.command == "seed";
    if (!address && !mayBegin && !std::filesystem::exists(data / "mysql"))
        throw std::runtime_error("there is no database in " + data.string());
    std::optional<HeldEndSignals> held;
    if (arguments.command == "backup") held.emplace();
    const auto home = db::openDatabase(data, address, db::IfRunning::join);
    held.reset();
    if (arguments.command == "migrate") {
        db::migrate(home.settings());
        return 0;
    }
    if (arguments.command == "seed" && home.isOwn()) db::migrate(home.settings());
    db::Pool pool(home.settings(), 8);
    {
        const auto connection = pool.take();
        db::requireFitSchema(*connection);
    }
    if (arguments.command == "verify") return verifyAll(pool, seals);
    if (arguments.command == "seal") return sealNow(pool, seals);
    if (arguments.command == "prove" && arguments.get("seal")) makeSealNow(pool, seals);
    if (arguments.command == "prove")
        return proveToFile(pool, arguments.need("unit"), arguments.need("output"));
    if (arguments.command == "reparse") return reparse(pool);
    if (arguments.command == "backup") return backup(arguments, home.settings(), data, seals);
    const auto secret = identity::sharedSecret(pool, data / "secret");
    if (arguments.command == "seed") {
        ledger::Codes codes(pool);
        const DemoPlace place{data / "demo.json", arguments.get("url").value_or("http://127.0.0.1:8080")};
        const std::atomic<bool> stop{false};
        if (!hasDemo(pool, place)) loadDemo(pool, codes, secret, place, stop);
        return 0;
    }
    if (arguments.command == "add-staff") return addStaff(pool, arguments);
    if (arguments.command == "add-worker") {
        const auto role = domain::roleNamed(arguments.get("role").value_or("worker"));
        if (!role) throw WrongUse("--role: unknown");
        const auto worker = identity::createWorker(pool, secret, {*role, arguments.need("site"), "fr", ""},
                                                   nowMilliseconds());
        std::cout << "name  " << worker.name << "\nbadge " << worker.badge << "\nPIN   " << worker.pin
                  << std::endl;
        return 0;
    }
    if (arguments.command == "enrol-terminal") {
        const identity::Place place{arguments.need("site"), arguments.get("station")};
        requireKnownSite(pool, place.site);
        std::cout << identity::createEnrolmentCode(pool, secret, place, nowMilliseconds()) << std::endl;
        return 0;
    }
    if (arguments.command == "revoke-terminal") {
        std::cout << revokeTerminal(pool, arguments.need("site"), arguments.need("name")) << std::endl;
        return 0;
    }
    if (arguments.command == "revoke-badges") {
        std::cout << revokeBadgesOf(pool, arguments.need("site"), arguments.need("name"), nowMilliseconds())
                  << " badges" << std::endl;
        return 0;
    }
    throw std::logic_error(arguments.command + " is a command, and nothing does it");
}

}  // namespace
}  // namespace remise::admin

int main(int argc, char** argv) {
    try {
        return remise::admin::run(remise::admin::readArguments(argc, argv));
    } catch (const remise::admin::WrongUse& wrong) {
        std::cerr << "remise-admin: " << wrong.what() << '\n' << remise::admin::usage;
        return 2;
    } catch (const std::exception& fault) {
        std::cerr << "remise-admin: " << fault.what() << std::endl;
        return 1;
    }
}
