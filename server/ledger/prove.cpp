#include "server/ledger/prove.h"

#include <set>
#include <stdexcept>
#include <vector>

#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/seal_store.h"
#include "db/transaction.h"
#include "server/domain/canonical.h"
#include "server/ledger/event_json.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/sealed_heads.h"
#include "server/proof/chain.h"

namespace remise::ledger {
namespace {

using namespace domain;

std::runtime_error noLongerSealed(const proof::Seal& seal) {
    return std::runtime_error("the ledger is no longer what seal " + std::to_string(seal.number) +
                              " holds: remise-admin verify says more");
}

std::string pathJson(const proof::Path& path) {
    Value::Array steps;
    for (const proof::PathStep& step : path)
        steps.push_back(Value::Array{step.side == proof::Side::left ? "left" : "right", step.hash.hex()});
    return canonicalJson(steps);
}

/// The histories of one proof, as they stood at its seal.
class Prover {
public:
    Prover(db::Connection& connection, const proof::Seal& seal) : m_connection(connection), m_seal(seal) {}

    std::optional<UnitProof> prove(const Entity& unit) {
        if (!addHistory(unit)) return {};
        for (const std::string& code : drivesNamed()) {
            const auto drive = db::findEntityByCode(m_connection, Subject::drive, code);
            if (!drive || !addHistory(*drive)) throw noLongerSealed(m_seal);
        }
        m_proof.json = "{\"format\":1,\"unit\":\"" + unit.code + "\",\"histories\":[" + historiesJson() +
                       "],\"seal\":" + m_seal.text() + "}\n";
        m_proof.seal = m_seal.number;
        m_proof.sealedAt = m_seal.sealedAt;
        return std::move(m_proof);
    }

private:
    struct History {
        Entity entity;
        std::vector<db::StoredEvent> events;

        [[nodiscard]] std::string name() const { return proof::entityName(entity.subject, entity.code); }
    };

    /// False when it began after the seal.
    bool addHistory(const Entity& entity) {
        const auto later = db::firstSeqAfter(m_connection, entity.subject, entity.id,
                                             static_cast<std::uint64_t>(m_seal.lastPlace));
        const std::int64_t seq = later > 0 ? later - 1 : entity.version;
        m_proof.newerEvents += entity.version - seq;
        auto events = db::readEvents(m_connection, entity.subject, entity.id);
        if (std::ssize(events) < seq) throw noLongerSealed(m_seal);
        if (seq == 0) return false;
        events.resize(static_cast<std::size_t>(seq));
        m_histories.push_back({entity, std::move(events)});
        return true;
    }

    /// Also those that were taken out since.
    std::set<std::string> drivesNamed() const {
        std::set<std::string> codes;
        for (const db::StoredEvent& event : m_histories.front().events)
            if (const auto code = readCanonical(event.canonicalData).textOr("drive"); !code.empty())
                codes.insert(code);
        return codes;
    }

    std::vector<proof::Path> paths() const {
        std::vector<std::string> names;
        for (const History& history : m_histories)
            names.push_back(history.name());
        proof::Heads heads = readHeads(m_connection, static_cast<std::uint64_t>(m_seal.lastPlace),
                                       static_cast<std::size_t>(m_seal.heads));
        try {
            return heads.pathsOf(names);
        } catch (const std::out_of_range&) {
            throw noLongerSealed(m_seal);
        }
    }

    std::string historiesJson() const {
        std::string out;
        const auto all = paths();
        for (std::size_t i = 0; i < m_histories.size(); ++i) {
            const History& history = m_histories[i];
            const db::StoredEvent& last = history.events.back();
            const auto leaf = proof::leafHash(proof::historyLeaf(history.name(), last.event.seq, last.hash));
            if (proof::follow(leaf, all[i]) != m_seal.headsRoot) throw noLongerSealed(m_seal);
            out += i > 0 ? ",{\"events\":[" : "{\"events\":[";
            Digest previous;
            for (const db::StoredEvent& event : history.events) {
                if (event.event.seq > 1) out += ',';
                appendEventJson(out, event, history.entity.code, previous);
                previous = event.hash;
            }
            out += "],\"path\":" + pathJson(all[i]) + '}';
        }
        return out;
    }

    db::Connection& m_connection;
    const proof::Seal& m_seal;
    std::vector<History> m_histories;
    UnitProof m_proof;
};

}  // namespace

std::optional<UnitProof> proveUnit(db::Connection& connection, std::string_view code) {
    const db::Transaction snapshot(connection, db::View::snapshot);
    const auto unit = db::findEntityByCode(connection, Subject::unit, code);
    const auto seals = readSeals(connection);
    const proof::Seal* seal = newestWithHeads(seals);
    if (!unit || !seal) return {};
    return Prover(connection, *seal).prove(*unit);
}

}  // namespace remise::ledger
