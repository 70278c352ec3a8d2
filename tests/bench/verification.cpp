#include <sys/resource.h>

#include <chrono>
#include <iostream>

#include "server/ledger/make_seal.h"
#include "server/ledger/prove.h"
#include "server/ledger/sealed_heads.h"
#include "server/ledger/verify.h"
#include "tests/bench/bench.h"
#include "tests/bench/volume_ledger.h"

namespace remise::bench {
namespace {

constexpr std::size_t units = 80'000;          // about a million events
constexpr std::int64_t histories = 1'000'000;  // of a large house

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
    const double proving = secondsOf(
        [&] { (void)ledger::proveUnit(*connection, ledger.codes.code(domain::Subject::unit, 5000)); });
    return {{"verify", events * 60 / sealed, 1'000'000, "events/min", "what we want, seals included"},
            {"verify_without_seals", events * 60 / plain, 1'000'000, "events/min", "what we want"},
            {"verify_memory", megabytesAtMost() - before, 200, "MB", "the most we want, over what was used"},
            {"verify_seal", events * 60 / sealing, 1'000'000, "events/min", "what we want of the first seal"},
            {"verify_prove", proving, 2, "s", "the most somebody waits for the proof of one unit"}};
}

/// What each seal and each proof pays for the size of the house; the rows are enough for that.
std::vector<Figure> measureHeads() {
    test::TestDatabase database;
    const auto connection = database.pool().take();
    connection->execute(
        "INSERT INTO drive (id, code, stage, version, head, changed_at, state) SELECT seq, CONCAT('D', "
        "LPAD(seq, 9, '0')), 'certified', 7, UNHEX(SHA2(seq, 256)), 0, REPEAT('x', 300) FROM "
        "seq_1_to_1000000");
    const double before = megabytesAtMost();
    const double seconds = secondsOf([&] { (void)ledger::readHeads(*connection, 0, histories).root(); });
    return {{"heads_of_a_million", seconds, 60, "s", "the most a seal or a proof may take for them"},
            {"heads_memory", megabytesAtMost() - before, 100, "MB", "the most we want for them"}};
}

}  // namespace remise::bench
