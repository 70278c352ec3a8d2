#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/ledger/codes.h"
#include "server/proof/seal.h"

namespace remise::ledger {

/// What seals are checked against: keys that are trusted, and the seals that left the house.
struct SealTrust {
    proof::PublicKeys keys;
    std::optional<std::filesystem::path> outside;
};

/// The seals, for verify: that each is signed and follows the one before, that the ledger still gives its
/// tree and counts, and that the seals outside say the same. A seal outside that does not is what tells of
/// someone who rewrote a history with all its hashes: its leaves name that history.
class SealInspection {
public:
    SealInspection(db::Connection& connection, const Codes& codes, const SealTrust& trust)
        : m_connection(connection), m_codes(codes), m_trust(trust) {}

    /// One sentence for each thing that is wrong. `progress` is told how many more places were read.
    std::vector<std::string> walk(const std::function<void(std::uint64_t places)>& progress = {});
    [[nodiscard]] std::int64_t stored() const { return m_stored; }
    [[nodiscard]] std::int64_t outside() const { return m_outside; }

private:
    void inspectStored(const std::function<void(std::uint64_t)>& progress);
    void inspectOne(const proof::Seal&);
    void inspectSpan(const proof::Seal&, const std::function<void(std::uint64_t)>& progress);
    void inspectPlaces();
    void inspectOutside();
    void compareOutside(std::int64_t number, const std::filesystem::path&);
    void compareLeaves(const proof::Seal&, const std::filesystem::path&);
    void compareLeaf(const proof::Seal&, const std::string& line);
    std::optional<domain::Digest> hashNow(const proof::Leaf&);
    void fault(const proof::Seal&, const std::string& what);

    db::Connection& m_connection;
    const Codes& m_codes;
    const SealTrust& m_trust;
    std::vector<std::string> m_faults;
    proof::Seal m_last;              ///< the stored seal inspected before
    std::set<std::int64_t> m_whole;  ///< stored seals that the ledger still gives
    std::vector<proof::Seal> m_storedSeals;
    std::set<std::string> m_accused;  ///< histories and commands that a seal has shown to be changed
    std::int64_t m_stored = 0, m_outside = 0;
};

}  // namespace remise::ledger
