#include "server/admin/proof_commands.h"

#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "db/pool.h"
#include "server/admin/progress_line.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/prove.h"
#include "server/ledger/verify.h"

namespace remise::admin {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

void printReport(const ledger::VerifyReport& report, std::chrono::duration<double> elapsed) {
    for (const std::string& fault : report.faults)
        std::cout << fault << '\n';
    const auto rate = static_cast<std::uint64_t>(static_cast<double>(report.events) * 60 /
                                                 std::max(elapsed.count(), 0.001));
    std::cout << withCommas(report.events) << " events of " << withCommas(report.entities)
              << " histories and " << report.seals << " seals (" << report.sealsOutside
              << " kept outside) checked in " << elapsed.count() << " s, " << withCommas(rate)
              << " events a minute: "
              << (report.content() ? "all whole" : std::to_string(report.faults.size()) + " faults")
              << std::endl;
}

}  // namespace

SealPlace sealPlace(const fs::path& data, const std::optional<std::string>& sealKey,
                    const std::optional<std::string>& folder) {
    return {ledger::SealKeys(sealKey ? fs::absolute(*sealKey) : data / "keys" / "seal-key.pem"),
            folder ? fs::absolute(*folder) : data / "seals"};
}

int verifyAll(db::Pool& pool, const SealPlace& place) {
    const auto begun = Clock::now();
    ledger::SealTrust trust{place.keys.publicKeys(), {}};
    if (fs::exists(place.folder)) trust.outside = place.folder;
    ProgressLine line(std::cerr, ::isatty(STDERR_FILENO) ? Screen::terminal : Screen::file);
    const auto report = ledger::verify(
        pool, {[&](const ledger::VerifyProgress& at) { line.show(at.read, at.all, Clock::now() - begun); },
               &trust});
    line.end();
    printReport(report, Clock::now() - begun);
    return report.content() ? 0 : 1;
}

std::vector<proof::Seal> makeSealNow(db::Pool& pool, const SealPlace& place) {
    const auto key = place.keys.signingKey();
    if (!key)
        throw std::runtime_error("there is no key in " + place.keys.file().string() +
                                 "; remise-admin new-seal-key makes one");
    const ledger::Codes codes(pool);
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
                         std::chrono::system_clock::now().time_since_epoch())
                         .count();
    auto made = ledger::makeSeals(pool, codes, *key, now);
    const auto written = ledger::exportSeals(pool, codes, place.keys, place.folder);
    std::cerr << written << " written to " << place.folder.string() << std::endl;
    return made;
}

int sealNow(db::Pool& pool, const SealPlace& place) {
    for (const proof::Seal& seal : makeSealNow(pool, place))
        std::cout << seal.text() << '\n';
    std::cout << std::flush;
    return 0;
}

int proveToFile(db::Pool& pool, const std::string& unit, const fs::path& file) {
    const db::Lease connection = pool.take();
    const auto proof = ledger::proveUnit(*connection, unit);
    if (!proof) {
        std::cerr << unit << ": no such unit, or no seal covers it yet (--seal makes one first)\n";
        return 1;
    }
    std::ofstream out(file, std::ios::binary);
    out << proof->json << std::flush;
    if (!out) throw std::runtime_error("cannot write " + file.string());
    std::cerr << unit << " as it stood at seal " << proof->seal << " of "
              << domain::formatTime(proof->sealedAt);
    if (proof->newerEvents > 0)
        std::cerr << "; " << proof->newerEvents
                  << " newer events are in no seal yet, and not in this proof (--seal makes one first)";
    std::cerr << std::endl;
    return 0;
}

int printKeys(const ledger::SealKeys& keys) {
    const auto signing = keys.signingKey();
    const std::string current = signing ? signing->publicKey().id() : "";
    for (const auto& [id, key] : keys.publicKeys())
        std::cout << "# key " << id << (id == current ? ", signs now" : "") << '\n' << key.pem();
    std::cout << std::flush;
    return 0;
}

int newSealKey(const ledger::SealKeys& keys) {
    std::cout << "new key " << keys.make().publicKey().id() << " in " << keys.file().string() << std::endl;
    return 0;
}

}  // namespace remise::admin
