#include "server/ledger/sealed_heads.h"

#include <algorithm>
#include <stdexcept>

#include "db/seal_store.h"
#include "server/proof/chain.h"

namespace remise::ledger {

using namespace domain;

namespace {

constexpr int page = 5000;

/// One subject's, with the rows of those that went on since put back to where they stood.
void addHeads(proof::Heads& heads, db::Connection& connection, Subject subject, std::uint64_t place) {
    std::map<std::uint64_t, db::EarlierHead> earlier;
    for (db::EarlierHead& head : db::readEarlierHeads(connection, subject, place))
        earlier.emplace(head.entity, std::move(head));
    std::uint64_t last = 0;
    for (;;) {
        const auto rows = db::readHeadRows(connection, subject, last, page);
        if (rows.empty()) return;
        last = rows.back().id;
        for (const db::HeadRow& row : rows) {
            const auto before = earlier.find(row.id);
            const std::string name = proof::entityName(subject, row.code);
            if (before == earlier.end()) {
                heads.add(name, row.version, row.head);
            } else if (const auto& [id, seq, hash] = before->second; seq > 0) {
                if (!hash)
                    throw std::runtime_error("event " + std::to_string(seq) + " of " + name +
                                             " is not there");
                heads.add(name, seq, Digest::fromRaw(*hash));
            }
        }
    }
}

}  // namespace

proof::Heads readHeads(db::Connection& connection, std::uint64_t place, std::size_t about) {
    proof::Heads heads;
    heads.reserve(about);
    for (const Subject subject : everySubject)
        addHeads(heads, connection, subject, place);
    return heads;
}

const proof::Seal* newestWithHeads(const std::vector<proof::Seal>& seals) {
    const auto newest =
        std::find_if(seals.rbegin(), seals.rend(), [](const proof::Seal& seal) { return seal.heads > 0; });
    return newest == seals.rend() ? nullptr : &*newest;
}

HeadInspection::HeadInspection(db::Connection& connection) {
    std::vector<proof::Seal> seals;
    for (const db::SealRow& row : db::readSealRows(connection))
        if (const auto seal = proof::Seal::read(row.content)) seals.push_back(*seal);
    const proof::Seal* newest = newestWithHeads(seals);
    if (!newest) return;
    m_seal = *newest;
    for (const Subject subject : everySubject)
        for (const db::EarlierHead& head :
             db::readEarlierHeads(connection, subject, static_cast<std::uint64_t>(m_seal->lastPlace)))
            m_earlier.emplace(std::pair(subject, head.entity), head.seq);
}

void HeadInspection::pass(const Entity& history) {
    if (m_earlier.empty()) return;
    const auto before = m_earlier.find({history.subject, history.id});
    if (before != m_earlier.end() && before->second == history.version) take(history);
}

void HeadInspection::end(const Entity& history) {
    if (m_seal && !m_earlier.contains({history.subject, history.id})) take(history);
}

void HeadInspection::take(const Entity& history) {
    m_heads.add(proof::entityName(history.subject, history.code), history.version, history.head);
}

std::optional<std::string> HeadInspection::compare() {
    if (!m_seal) return {};
    if (static_cast<std::int64_t>(m_heads.size()) == m_seal->heads && m_heads.root() == m_seal->headsRoot)
        return {};
    return "seal " + std::to_string(m_seal->number) + " of " + formatTime(m_seal->sealedAt).substr(0, 10) +
           ": the heads of the house are not those that were sealed";
}

}  // namespace remise::ledger
