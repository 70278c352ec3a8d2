#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "db/command_store.h"
#include "db/event_store.h"
#include "server/domain/command.h"
#include "server/ledger/codes.h"

namespace remise::ledger {

/// Histories in which something was found already: what depends on them is not told a second time.
using BrokenHistories = std::set<std::pair<domain::Subject, std::uint64_t>>;

/// The commands behind the events, for verify: that every event comes from an accepted command which was
/// answered with it, and that every row of commands is the one that was written.
class CommandInspection {
public:
    CommandInspection(db::Connection& connection, const Codes& codes)
        : m_connection(connection), m_codes(codes) {}

    /// Reads the commands of these events.
    void load(const std::vector<db::StoredEvent>&);
    /// Nothing when the event is what its command was answered with, else what is wrong. Its command must be
    /// loaded.
    std::optional<std::string> add(const db::StoredEvent&, std::string_view code);

    /// Walks over all commands, after all events were added: one sentence for each that is not whole.
    /// `progress` is told how many more were read.
    std::vector<std::string> walk(const BrokenHistories&,
                                  const std::function<void(std::uint64_t rows)>& progress);

private:
    struct Answered {
        db::StoredCommand row;
        std::optional<domain::CommandReply> reply;  ///< nothing when the row is not whole
    };
    static Answered read(db::StoredCommand);
    std::optional<std::string> wrongWith(const Answered&) const;
    std::optional<std::string> missingEvent(const Answered&, const BrokenHistories&);

    db::Connection& m_connection;
    const Codes& m_codes;
    std::map<domain::Uuid, Answered> m_page;
    std::uint64_t m_answersMet = 0;
};

}  // namespace remise::ledger
