#include "server/ledger/prove.h"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

#include "db/entity_store.h"
#include "db/event_store.h"
#include "db/seal_store.h"
#include "server/ledger/event_json.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/sealed_span.h"
#include "server/proof/merkle.h"

namespace remise::ledger {
namespace {

using namespace domain;

void appendPath(std::string& out, std::string_view name, const std::vector<proof::PathStep>& path) {
    Value::Array steps;
    for (const proof::PathStep& step : path)
        steps.push_back(Value::Array{step.side == proof::Side::left ? "left" : "right", step.hash.hex()});
    ((out += ",\"") += name) += "\":" + canonicalJson(steps);
}

class Prover {
public:
    Prover(db::Connection& connection, const Codes& codes)
        : m_connection(connection), m_codes(codes), m_seals(readSeals(connection)) {}

    std::optional<UnitProof> prove(const Entity& unit) {
        if (m_seals.empty() || !addHistory(unit)) return {};
        if (const Value& drives = unit.state["drives"]; drives.isObject())
            for (const auto& [code, described] : drives.object())
                if (const auto drive = db::findEntityByCode(m_connection, Subject::drive, code))
                    addHistory(*drive);
        m_proof.json = "{\"format\":1,\"unit\":\"" + unit.code + "\",\"histories\":[" + m_histories +
                       "],\"seal\":" + m_seals.back().text() + "}\n";
        return std::move(m_proof);
    }

private:
    struct Tree {
        SealedSpan span;
        std::vector<Digest> leafHashes;
    };

    /// False when no seal covers it yet.
    bool addHistory(const Entity& entity) {
        const auto newest = static_cast<std::uint64_t>(m_seals.back().lastPlace);
        const auto unsealed = db::firstSeqAfter(m_connection, entity.subject, entity.id, newest);
        const std::int64_t seq = unsealed > 0 ? unsealed - 1 : entity.version;
        m_proof.newerEvents += entity.version - seq;
        auto events = db::readEvents(m_connection, entity.subject, entity.id);
        if (seq == 0 || std::ssize(events) < seq) return false;
        events.resize(static_cast<std::size_t>(seq));
        const proof::Seal& seal = sealOf(entity, events.back());
        m_histories += std::string(m_histories.empty() ? "" : ",") + "{\"events\":[";
        Digest previous;
        for (const db::StoredEvent& event : events) {
            if (event.event.seq > 1) m_histories += ',';
            appendEventJson(m_histories, event, entity.code, previous);
            previous = event.hash;
        }
        m_histories += ']';
        appendPath(m_histories, "path", pathOf(entity, seal));
        appendPath(m_histories, "seal_path", sealPathOf(seal));
        m_histories += '}';
        return true;
    }

    /// The seal in which this history went on last: looked for from the day of its last event on, and before
    /// that day only if a clock was wrong.
    const proof::Seal& sealOf(const Entity& entity, const db::StoredEvent& last) {
        std::vector<const proof::Seal*> order;
        for (const proof::Seal& seal : m_seals)
            order.push_back(&seal);
        std::ranges::stable_partition(
            order, [&](const proof::Seal* seal) { return seal->sealedAt >= last.event.recordedAt; });
        for (const proof::Seal* seal : order)
            if (db::lastSeqPlaced(m_connection, entity.subject, entity.id,
                                  static_cast<std::uint64_t>(seal->afterPlace),
                                  static_cast<std::uint64_t>(seal->lastPlace)) == last.event.seq)
                return *seal;
        throw std::runtime_error("no seal holds event " + std::to_string(last.event.seq) + " of " +
                                 entity.code + ": remise-admin verify says more");
    }

    std::vector<proof::PathStep> pathOf(const Entity& entity, const proof::Seal& seal) {
        const Tree& tree = treeOf(seal);
        const auto leaf = std::ranges::find_if(tree.span.histories, [&](const SealedSpan::History& history) {
            return history.subject == entity.subject && history.id == entity.id;
        });
        return proof::pathToRoot(tree.leafHashes,
                                 static_cast<std::size_t>(leaf - tree.span.histories.begin()));
    }

    const Tree& treeOf(const proof::Seal& seal) {
        const auto [found, isNew] = m_trees.try_emplace(seal.number);
        Tree& tree = found->second;
        if (!isNew) return tree;
        tree.span = readSpan(m_connection, m_codes, static_cast<std::uint64_t>(seal.afterPlace),
                             static_cast<std::uint64_t>(seal.lastPlace));
        tree.leafHashes = tree.span.leafHashes(m_codes);
        if (proof::treeRoot(tree.leafHashes) != seal.leavesRoot)
            throw std::runtime_error("the ledger is no longer what seal " + std::to_string(seal.number) +
                                     " holds: remise-admin verify says more");
        return tree;
    }

    std::vector<proof::PathStep> sealPathOf(const proof::Seal& seal) {
        std::vector<Digest> hashes;
        for (const proof::Seal& each : m_seals)
            hashes.push_back(sealLeafHash(each.leavesRoot));
        return proof::pathToRoot(std::move(hashes), static_cast<std::size_t>(&seal - m_seals.data()));
    }

    db::Connection& m_connection;
    const Codes& m_codes;
    const std::vector<proof::Seal> m_seals;
    std::map<std::int64_t, Tree> m_trees;
    std::string m_histories;
    UnitProof m_proof;
};

}  // namespace

std::optional<UnitProof> proveUnit(db::Connection& connection, const Codes& codes, std::string_view code) {
    const auto unit = db::findEntityByCode(connection, Subject::unit, code);
    if (!unit) return {};
    return Prover(connection, codes).prove(*unit);
}

}  // namespace remise::ledger
