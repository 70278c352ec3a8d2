#include "server/ledger/sealed_span.h"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "db/command_store.h"
#include "db/seal_store.h"
#include "server/proof/chain.h"
#include "server/proof/merkle.h"
#include "server/proof/seal.h"

namespace remise::ledger {
namespace {

using namespace domain;

constexpr std::uint64_t page = 5000;
constexpr std::size_t commandsAtOnce = 512;

/// A number past all codes was written by hand.
std::string codeOf(const Codes& codes, Subject subject, std::uint64_t id) {
    try {
        return codes.code(subject, id);
    } catch (const std::out_of_range&) {
        return "number " + std::to_string(id);
    }
}

class SpanReader {
public:
    SpanReader(db::Connection& connection, const Codes& codes) : m_connection(connection), m_codes(codes) {}

    SealedSpan read(std::uint64_t after, std::uint64_t last) {
        for (; after < last; after = std::min(after + page, last))
            readPage(after, std::min(after + page, last));
        for (const auto& [key, history] : m_histories)
            m_span.histories.push_back(history);
        readCommands();
        return std::move(m_span);
    }

private:
    void readPage(std::uint64_t after, std::uint64_t last) {
        for (const Subject subject : everySubject)
            for (const db::PlacedEvent& event : db::readPlacedEvents(m_connection, subject, after, last))
                take(subject, event);
        for (const Uuid& refused : db::readPlacedRefusals(m_connection, after, last)) {
            m_commands.insert(refused);
            ++m_span.refusals;
        }
    }

    void take(Subject subject, const db::PlacedEvent& event) {
        ++m_span.events;
        m_span.lastRecordedAt = std::max(m_span.lastRecordedAt, event.recordedAt);
        if (!event.hash || !event.command) {
            m_span.missing.push_back("event " + std::to_string(event.seq) + " of " +
                                     std::string(subjectName(subject)) + " " +
                                     codeOf(m_codes, subject, event.entity));
            return;
        }
        m_commands.insert(Uuid::fromRaw(*event.command));
        if (event.seq == 1) ++m_span.begun;
        auto& history = m_histories[{subject, event.entity}];
        if (event.seq > history.seq)
            history = {subject, event.entity, event.seq, Digest::fromRaw(*event.hash)};
    }

    void readCommands() {
        const std::vector<Uuid> ids(m_commands.begin(), m_commands.end());
        for (std::size_t at = 0; at < ids.size(); at += commandsAtOnce) {
            const auto from = ids.begin() + static_cast<std::ptrdiff_t>(at);
            const auto to =
                ids.begin() + static_cast<std::ptrdiff_t>(std::min(at + commandsAtOnce, ids.size()));
            auto found = db::readCommandHashes(m_connection, {from, to});
            for (auto id = from; id != to; ++id) {
                if (const auto row = found.find(*id); row != found.end())
                    m_span.commands.push_back({row->first, row->second});
                else
                    m_span.missing.push_back("command " + id->text());
            }
        }
    }

    db::Connection& m_connection;
    const Codes& m_codes;
    SealedSpan m_span;
    std::map<std::pair<Subject, std::uint64_t>, SealedSpan::History> m_histories;
    std::set<Uuid> m_commands;
};

}  // namespace

std::string SealedSpan::leaf(std::size_t at, const Codes& codes) const {
    if (at >= histories.size()) {
        const Command& command = commands[at - histories.size()];
        return proof::commandLeaf(command.id, command.hash);
    }
    const History& history = histories[at];
    return proof::historyLeaf(proof::entityName(history.subject, codeOf(codes, history.subject, history.id)),
                              history.seq, history.head);
}

std::vector<Digest> SealedSpan::leafHashes(const Codes& codes) const {
    std::vector<Digest> hashes;
    hashes.reserve(size());
    for (std::size_t i = 0; i < size(); ++i)
        hashes.push_back(proof::leafHash(leaf(i, codes)));
    return hashes;
}

SealedSpan readSpan(db::Connection& connection, const Codes& codes, std::uint64_t after, std::uint64_t last) {
    return SpanReader(connection, codes).read(after, last);
}

}  // namespace remise::ledger
