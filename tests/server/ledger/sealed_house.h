#pragma once

#include <chrono>
#include <fstream>

#include "db/event_store.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/seal_files.h"
#include "server/ledger/verify.h"
#include "server/proof/chain.h"
#include "tests/server/ledger/ledger_fixture.h"

namespace remise::test {

/// A ledger with a laptop that is sealed on three days, its keys and the folder where its seals are kept.
struct SealedHouse : LedgerFixture {
    TemporaryFolder folder;
    ledger::SealKeys keys{folder.path() / "keys" / "seal-key.pem"};
    std::filesystem::path seals = folder.path() / "seals";
    std::string unit;
    domain::Uuid refused;

    SealedHouse() {
        keys.make();
        unit = receivedLaptop();
        seal(1);
        const auto command = LedgerFixture::command("stock", unit);
        refused = command.id;
        (void)send(command, worker);
        laptopAt("in_stock");
        seal(2);
        (void)send("block", unit);
        seal(3);
    }

    void seal(int day) {
        using namespace std::chrono;
        const auto now = system_clock::now() + hours(24 * (day - 1));
        ledger::makeSeals(database.pool(), codes, *keys.signingKey(),
                          duration_cast<milliseconds>(now.time_since_epoch()).count());
        ledger::exportSeals(database.pool(), codes, keys, seals);
    }

    /// With the seals, those outside included when `outside` is a folder.
    ledger::VerifyReport verify(std::optional<std::filesystem::path> outside = {}) {
        const ledger::SealTrust trust{keys.publicKeys(), std::move(outside)};
        return ledger::verify(database.pool(), {{}, &trust});
    }

    void change(const std::string& statement) {
        const auto connection = database.pool().take();
        if (connection->prepare(statement).execute() == 0)
            throw std::runtime_error("nothing was changed by " + statement);
    }

    /// What an insider does who knows how it works: changes where one event happened, and computes its hash
    /// and all hashes after it anew, and the unit's head.
    void rewrite(std::int64_t seq) {
        const auto connection = database.pool().take();
        const auto id = *codes.id(domain::Subject::unit, unit);
        domain::Digest previous;
        for (db::StoredEvent& event : db::readEvents(*connection, domain::Subject::unit, id)) {
            if (event.event.seq == seq) event.event.station = "elsewhere";
            previous = proof::eventHash(previous, proof::entityName(domain::Subject::unit, unit), event.event,
                                        event.canonicalData);
            connection->prepare("UPDATE unit_event SET station = ?, hash = ? WHERE unit = ? AND seq = ?")
                .bind(event.event.station)
                .bind(previous.raw())
                .bind(id)
                .bind(event.event.seq)
                .execute();
        }
        connection->prepare("UPDATE unit SET head = ? WHERE id = ?").bind(previous.raw()).bind(id).execute();
    }
};

}  // namespace remise::test
