#pragma once

#include <future>
#include <memory>
#include <vector>

#include "server/domain/command.h"

namespace remise::db {
class Pool;
}

/// The one writer of the ledger.
namespace remise::ledger {

/// Who sends: checked by the caller (http, identity) before it comes here.
struct Sender {
    domain::Uuid id;                 ///< terminal or person; stored with the command
    domain::Role role = domain::Role::system;
    domain::Uuid actor;              ///< pseudonymous author: the day's, or the lasting one where proof needs it
    domain::Uuid lastingActor;       ///< one per person; used by the kinds whose proof needs authorship
    domain::Language language = domain::Language::french;
    bool secondSigned = false;       ///< a leader's PIN, or a second person's badge and PIN, was checked
    domain::Uuid secondActor;        ///< that second person
};

/// A command with its checked sender and the SHA-256 of its content; or one that was refused before the ledger
/// (unreadable, no right): its refusal is stored all the same, so that a resend gets the same answer.
struct Submission {
    domain::Command command;
    domain::Digest content;
    Sender sender;
    std::optional<domain::Refusal> refusedBefore;
};

class Writer {
public:
    struct Settings {
        std::size_t committers = 2;
        std::size_t groupSize = 64;
        std::size_t queueLimit = 4096;  ///< commands waiting; past it a submission is refused (unavailable)
    };

    Writer(db::Pool&, Settings);
    explicit Writer(db::Pool& pool);
    ~Writer();

    /// Waits for the commit and answers in order. The commands keep their order and are never in two groups at
    /// once. Throws db::Error when the database stays away; what was committed is found again by its id.
    std::vector<domain::CommandReply> submit(std::vector<Submission>);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace remise::ledger
