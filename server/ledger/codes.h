#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/domain/entity.h"
#include "server/proof/scramble.h"

namespace remise::db {
class Connection;
class Pool;
}  // namespace remise::db

namespace remise::ledger {

/// Ids and codes of what has a ledger: numbers are given in order, codes are their scramble by the
/// organisation's secret; a request's number carries its year (2026-00412).
class Codes {
public:
    /// Reads the organisation's secret, or makes it at the first start.
    explicit Codes(db::Pool&);

    [[nodiscard]] std::optional<std::uint64_t> id(domain::Subject, std::string_view code) const;
    [[nodiscard]] std::string code(domain::Subject, std::uint64_t id) const;

    /// Gives out `count` new codes, for labels that are printed before the server hears of what carries them.
    std::vector<std::string> lease(domain::Subject, std::size_t count);
    /// A new id: from the block this server holds, or for requests the next number of the year.
    std::uint64_t takeId(domain::Subject, domain::Milliseconds now);
    /// True when the number was given out, to a label or to a block.
    bool isIssued(domain::Subject, std::uint64_t id);

private:
    struct Block {
        std::uint64_t next = 0, end = 0, issued = 0;
    };

    db::Pool& m_pool;
    proof::Scramble m_scramble;
    std::mutex m_mutex;
    Block m_blocks[4];
};

}  // namespace remise::ledger
