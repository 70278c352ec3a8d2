#pragma once

#include <map>
#include <optional>

#include "server/ledger/codes.h"
#include "server/proof/heads.h"
#include "server/proof/seal.h"

namespace remise::ledger {

/// All heads of the house as they stood at a place of the feed, in the caller's snapshot. Throws
/// std::runtime_error when the ledger lacks one.
proof::Heads readHeads(db::Connection&, std::uint64_t place, std::size_t about);

/// The newest of these that has heads.
const proof::Seal* newestWithHeads(const std::vector<proof::Seal>&);

/// For verify, in its snapshot: the heads of the newest seal that has any, made anew from the histories as
/// they were replayed.
class HeadInspection {
public:
    explicit HeadInspection(db::Connection&);

    /// After each event of a history that is whole so far.
    void pass(const domain::Entity&);
    /// After the last one.
    void end(const domain::Entity&);
    /// One sentence when they are not what was sealed.
    std::optional<std::string> compare();

private:
    void take(const domain::Entity&);

    std::optional<proof::Seal> m_seal;
    std::map<std::pair<domain::Subject, std::uint64_t>, std::int64_t> m_earlier;  ///< of those that went on
    proof::Heads m_heads;
};

}  // namespace remise::ledger
