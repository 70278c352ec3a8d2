#include "server/ledger/make_seal.h"

#include <algorithm>
#include <stdexcept>

#include "db/feed_store.h"
#include "db/seal_store.h"
#include "db/transaction.h"
#include "server/ledger/sealed_heads.h"
#include "server/ledger/sealed_span.h"
#include "server/proof/merkle.h"

namespace remise::ledger {

using namespace domain;

namespace {

constexpr int movedAtOnce = 512;

/// Gives everything that was committed its place, as the sequencer does, so that the seal is of now and no
/// command lies on both sides of its end.
std::uint64_t placeEverything(db::Pool& pool) {
    return db::transact(pool, [](db::Connection& connection) {
        while (db::sequence(connection, movedAtOnce) > 0) {
        }
        return db::lastPlace(connection);
    });
}

/// The next seal after `before`, without heads and not signed yet. It is never older than what it covers: the
/// clock of another server may be ahead.
proof::Seal sealSpan(const SealedSpan& span, const Codes& codes, const proof::Seal& before,
                     Milliseconds now) {
    if (!span.missing.empty())
        throw std::runtime_error("no seal is made: " + span.missing.front() +
                                 " is not there (remise-admin verify says more)");
    proof::Seal seal;
    seal.number = before.number + 1;
    if (before.number > 0) seal.previous = before.hash();
    seal.sealedAt = std::max({now, before.sealedAt, span.lastRecordedAt});
    seal.afterPlace = before.lastPlace;
    seal.leaves = static_cast<std::int64_t>(span.size());
    seal.leavesRoot = proof::treeRoot(span.leafHashes(codes));
    seal.histories = before.histories + span.begun;
    seal.events = before.events + span.events;
    seal.refusals = before.refusals + span.refusals;
    seal.headsRoot = proof::treeRoot({});
    return seal;
}

void addHeads(proof::Seal& seal, db::Connection& connection) {
    const db::Transaction snapshot(connection, db::View::snapshot);
    proof::Heads heads = readHeads(connection, static_cast<std::uint64_t>(seal.lastPlace),
                                   static_cast<std::size_t>(seal.histories));
    seal.heads = static_cast<std::int64_t>(heads.size());
    if (seal.heads != seal.histories)
        throw std::runtime_error("no seal is made: the feed names " + std::to_string(seal.histories) +
                                 " histories, the house has " + std::to_string(seal.heads) +
                                 " (remise-admin verify says more)");
    seal.headsRoot = heads.root();
}

}  // namespace

std::vector<proof::Seal> readSeals(db::Connection& connection) {
    std::vector<proof::Seal> seals;
    for (const db::SealRow& row : db::readSealRows(connection)) {
        const auto seal = proof::Seal::read(row.content);
        if (!seal || seal->number != row.number)
            throw std::runtime_error("seal " + std::to_string(row.number) + " cannot be read");
        seals.push_back(*seal);
    }
    return seals;
}

std::vector<proof::Seal> makeSeals(db::Pool& pool, const Codes& codes, const proof::SigningKey& key,
                                   Milliseconds now, std::int64_t mostPlaces) {
    const auto end = static_cast<std::int64_t>(placeEverything(pool));
    const db::Lease connection = pool.take();
    std::vector<proof::Seal> made;
    proof::Seal last;
    if (const auto before = readSeals(*connection); !before.empty()) last = before.back();
    try {
        do {
            const auto to = std::min(end, last.lastPlace + mostPlaces);
            const SealedSpan span = readSpan(*connection, codes, static_cast<std::uint64_t>(last.lastPlace),
                                             static_cast<std::uint64_t>(to));
            proof::Seal next = sealSpan(span, codes, last, now);
            next.lastPlace = to;
            if (to == end) addHeads(next, *connection);
            next.sign(key);
            db::appendSeal(*connection,
                           {next.number, next.sealedAt, static_cast<std::uint64_t>(to), next.text()});
            made.push_back(last = next);
        } while (last.lastPlace < end);
    } catch (const db::Error& error) {
        if (!error.isDuplicateKey()) throw;
    }
    return made;
}

}  // namespace remise::ledger
