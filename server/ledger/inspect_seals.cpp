#include "server/ledger/inspect_seals.h"

#include <algorithm>
#include <fstream>

#include "db/command_store.h"
#include "db/seal_store.h"
#include "server/ledger/make_seal.h"
#include "server/ledger/seal_files.h"
#include "server/ledger/sealed_span.h"
#include "server/proof/merkle.h"

namespace remise::ledger {

using namespace domain;

namespace {

std::string nameOf(const proof::Seal& seal) {
    return "seal " + std::to_string(seal.number) + " of " + formatTime(seal.sealedAt).substr(0, 10);
}

std::optional<Subject> subjectNamed(std::string_view name) {
    for (const Subject subject : everySubject)
        if (subjectName(subject) == name) return subject;
    return {};
}

}  // namespace

void SealInspection::fault(const proof::Seal& seal, const std::string& what) {
    m_faults.push_back(nameOf(seal) + ": " + what);
}

std::vector<std::string> SealInspection::walk(const std::function<void(std::uint64_t)>& progress) {
    inspectStored(progress);
    inspectPlaces();
    if (m_trust.outside) inspectOutside();
    return std::move(m_faults);
}

void SealInspection::inspectStored(const std::function<void(std::uint64_t)>& progress) {
    for (const db::SealRow& row : db::readSealRows(m_connection)) {
        ++m_stored;
        const auto seal = proof::Seal::read(row.content);
        if (!seal) {
            m_faults.push_back("seal " + std::to_string(row.number) + ": cannot be read");
            continue;
        }
        if (row.number != seal->number || row.sealedAt != seal->sealedAt ||
            static_cast<std::int64_t>(row.lastPlace) != seal->lastPlace)
            fault(*seal, "its row has another number, time or place than the seal itself");
        inspectOne(*seal);
        inspectSpan(*seal, progress);
        m_last = *seal;
        m_storedSeals.push_back(*seal);
    }
}

/// What can be said of a seal without the ledger.
void SealInspection::inspectOne(const proof::Seal& seal) {
    if (!m_trust.keys.contains(seal.key))
        fault(seal, "is signed by the key " + seal.key + ", which is not known here");
    else if (!seal.isSignedBy(m_trust.keys))
        fault(seal, "its signature is not valid");
    if (seal.number != m_last.number + 1)
        fault(seal, "seal " + std::to_string(m_last.number + 1) + " is missing before it");
    else if (seal.previous != (m_last.number > 0 ? m_last.hash() : Digest{}) ||
             seal.afterPlace != m_last.lastPlace)
        fault(seal, "does not follow the seal before");
    if (seal.sealedAt < m_last.sealedAt) fault(seal, "is older than the seal before");
    if (seal.heads != 0 && seal.heads != seal.histories)
        fault(seal, "has not as many heads as there were histories");
    else if (seal.heads == 0 && seal.headsRoot != proof::treeRoot({}))
        fault(seal, "has a root over no heads");
}

/// What the ledger must still give for it. What is missing is told of by the walks over events and commands,
/// unless nobody else can know: a refused command.
void SealInspection::inspectSpan(const proof::Seal& seal,
                                 const std::function<void(std::uint64_t)>& progress) {
    if (seal.afterPlace < 0 || seal.lastPlace < seal.afterPlace)
        return fault(seal, "covers no possible places");
    const SealedSpan span = readSpan(m_connection, m_codes, static_cast<std::uint64_t>(seal.afterPlace),
                                     static_cast<std::uint64_t>(seal.lastPlace));
    if (progress) progress(static_cast<std::uint64_t>(seal.lastPlace - seal.afterPlace));
    for (const std::string& missing : span.missing)
        fault(seal, missing + " is not there any more");
    const bool isSame = static_cast<std::int64_t>(span.size()) == seal.leaves &&
                        proof::treeRoot(span.leafHashes(m_codes)) == seal.leavesRoot;
    const bool counts = seal.histories == m_last.histories + span.begun &&
                        seal.events == m_last.events + span.events &&
                        seal.refusals == m_last.refusals + span.refusals;
    if (!isSame)
        fault(seal, "the ledger is no longer what was sealed");
    else if (!counts)
        fault(seal, "its counts are not those of the ledger");
    else
        m_whole.insert(seal.number);
}

/// An event that was slipped in beside the feed would never be sealed.
void SealInspection::inspectPlaces() {
    std::int64_t events = 0;
    for (const Subject subject : everySubject)
        events += db::countEvents(m_connection, subject);
    if (const auto placed = db::countPlacedEvents(m_connection); placed != events)
        m_faults.push_back("feed: it names " + std::to_string(placed) + " events, the ledgers have " +
                           std::to_string(events));
}

void SealInspection::inspectOutside() {
    for (const auto& [number, file] : sealFilesIn(*m_trust.outside)) {
        ++m_outside;
        compareOutside(number, file);
    }
}

void SealInspection::compareOutside(std::int64_t number, const std::filesystem::path& file) {
    const auto seal = proof::Seal::read(readFile(file));
    if (!seal || seal->number != number || !seal->isSignedBy(m_trust.keys)) {
        m_faults.push_back(file.string() + ": is no seal that a known key has signed");
        return;
    }
    const auto stored = std::ranges::find(m_storedSeals, number, &proof::Seal::number);
    if (stored == m_storedSeals.end())
        fault(*seal, "is kept outside and not in the database");
    else if (stored->signedBytes() != seal->signedBytes())
        fault(*seal, "the one in the database is not the one kept outside");
    else if (m_whole.contains(number))
        return;  // the ledger gives this very tree
    compareLeaves(*seal, leavesFile(*m_trust.outside, number));
}

/// Leaf by leaf, once the file of leaves is known to be the sealed one.
void SealInspection::compareLeaves(const proof::Seal& seal, const std::filesystem::path& file) {
    proof::GrowingTree tree;
    {
        std::ifstream lines(file, std::ios::binary);
        for (std::string line; std::getline(lines, line);)
            tree.add(proof::leafHash(line));
    }
    if (tree.root() != seal.leavesRoot)
        return fault(seal, "without its leaves (" + file.string() + ") nobody can say which history differs");
    std::ifstream lines(file, std::ios::binary);
    for (std::string line; std::getline(lines, line);)
        compareLeaf(seal, line);
}

void SealInspection::compareLeaf(const proof::Seal& seal, const std::string& line) {
    const auto leaf = proof::Leaf::read(line);
    if (!leaf) return fault(seal, "a leaf cannot be read: " + line);
    const std::string name = leaf->kind + " " + leaf->code;
    const auto now = hashNow(*leaf);
    if (now == leaf->hash || !m_accused.insert(name).second) return;
    const std::string what = leaf->seq > 0 ? "event " + std::to_string(leaf->seq) : "it";
    m_faults.push_back(name + ": " + what + " is " + (now ? "not as " : "gone, and was there when ") +
                       nameOf(seal) + (now ? " holds it" : " was made"));
}

std::optional<Digest> SealInspection::hashNow(const proof::Leaf& leaf) {
    if (leaf.kind == "command") {
        const auto id = Uuid::parse(leaf.code);
        const auto found = db::readCommandHashes(m_connection, id ? std::vector{*id} : std::vector<Uuid>{});
        return found.empty() ? std::nullopt : std::optional(found.begin()->second);
    }
    const auto subject = subjectNamed(leaf.kind);
    const auto id = subject ? m_codes.id(*subject, leaf.code) : std::nullopt;
    return id ? db::findEventHash(m_connection, *subject, *id, leaf.seq) : std::nullopt;
}

}  // namespace remise::ledger
