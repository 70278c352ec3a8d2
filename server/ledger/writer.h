#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "server/domain/command.h"
#include "server/domain/decide.h"
#include "server/ledger/codes.h"

namespace remise::db {
class Pool;
}

/// The one writer of the ledger.
namespace remise::ledger {

/// Who sends: checked by the caller (http, identity) before it comes here.
struct Sender {
    domain::Uuid id;        ///< terminal or person; stored with the command
    domain::Author author;  ///< role and pseudonyms, as the rules see them
    domain::Language language = domain::Language::french;
};

/// A command with its checked sender and the SHA-256 of its content; or one that was refused before the
/// ledger (unreadable, no right): its refusal is stored all the same, so that a resend gets the same answer.
struct Submission {
    domain::Command command;
    domain::Digest content;
    Sender sender;
    std::optional<domain::Refusal> refusedBefore;
    std::optional<std::string> note;  ///< text of a `note`, kept outside the ledger if it is accepted
    domain::Milliseconds correctedAt =
        0;  ///< `at` by the server's clock, never later than now; 0: as claimed
};

class Writer {
public:
    struct Settings {
        std::size_t committers = 2;
        std::size_t groupSize = 64;
        std::size_t queueLimit = 4096;  ///< commands waiting; past it a submission is refused (unavailable)
        std::chrono::milliseconds patience{
            5000};  ///< how long a group is tried again while the database is away
        /// How long a submission waits for its answer, whatever the database does: so short that its sender,
        /// who gives up after 10 seconds, hears it.
        std::chrono::milliseconds longestWait{7'000};
        std::function<domain::Milliseconds()> now;  ///< clock of recording; unset: the system's
    };

    Writer(db::Pool&, Codes&, Settings);
    Writer(db::Pool&, Codes&);
    /// Finishes what still waits for its answer.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Called after every commit that left events, from a committer's thread.
    void whenCommitted(std::function<void()>);

    /// Waits for the commit and answers in order. The commands keep their order and are never in two groups
    /// at once. Refused (unavailable) when too many wait. Throws db::Error when the database stays away, and
    /// refuses (unavailable) after the longest wait: what no committer has begun by then is dropped, the
    /// rest, committed by then or later, is found again by its id.
    domain::Outcome<std::vector<domain::CommandReply>> submit(std::vector<Submission>);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::ledger
