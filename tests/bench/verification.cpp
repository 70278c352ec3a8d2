#include <sys/resource.h>

#include <chrono>
#include <iostream>

#include "server/ledger/make_seal.h"
#include "server/ledger/prove.h"
#include "server/ledger/verify.h"
#include "tests/bench/bench.h"
#include "tests/bench/volume_ledger.h"

namespace remise::bench {
namespace {

constexpr std::size_t units = 80'000;  // about a million events

double secondsOf(const std::function<void()>& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

double megabytesAtMost() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

std::vector<Figure> measureVerification() {
    VolumeLedger ledger(units);
    const double before = megabytesAtMost();
    const auto key = proof::SigningKey::make();
    const ledger::SealTrust trust{{{key.publicKey().id(), key.publicKey()}}, {}};
    const double sealing =
        secondsOf([&] { ledger::makeSeals(ledger.database.pool(), ledger.codes, key, 1'800'000'000'000); });
    ledger::VerifyReport report;
    const double plain = secondsOf([&] { report = ledger::verify(ledger.database.pool()); });
    const double sealed = secondsOf([&] { report = ledger::verify(ledger.database.pool(), {{}, &trust}); });
    for (const std::string& fault : report.faults)
        std::cerr << fault << '\n';
    if (!report.content()) throw std::runtime_error("the volume ledger is not whole");
    const auto events = static_cast<double>(report.events);
    const auto connection = ledger.database.pool().take();
    const double proving = secondsOf([&] {
        (void)ledger::proveUnit(*connection, ledger.codes.code(domain::Subject::unit, 5000));
    });
    return {{"verify", events * 60 / sealed, 1'000'000, "events/min", "what we want, seals included"},
            {"verify_without_seals", events * 60 / plain, 1'000'000, "events/min", "what we want"},
            {"verify_memory", megabytesAtMost() - before, 200, "MB", "the most we want, over what was used"},
            {"verify_seal", events * 60 / sealing, 1'000'000, "events/min", "what we want of the first seal"},
            {"verify_prove", proving, 2, "s", "the most somebody waits for the proof of one unit"}};
}

}  // namespace remise::bench
