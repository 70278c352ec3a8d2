#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/domain/ids.h"
#include "server/domain/outcome.h"
#include "server/domain/roles.h"
#include "server/domain/value.h"

namespace remise::domain {

/// What somebody wants to happen. The sender makes the id: sent twice, it counts once and gets the same
/// answer.
struct Command {
    Uuid id;
    Milliseconds at = 0;  ///< when it was done, by the sender's clock
    std::string worker;   ///< badge as scanned; empty for a signed-in person
    std::string station;
    std::string kind;     ///< a name of THE table
    std::string subject;  ///< code of the unit, drive or container, or number of the request; may be
                          ///< empty where the kind makes its subject
    std::optional<std::int64_t> expects;  ///< version the sender saw
    std::optional<Uuid> after;            ///< command it was made on top of
    Value data;
    /// The sender's own number for it, one more each time: a number seen again under another id means that
    /// the sender was restored from an old copy of itself.
    std::optional<std::int64_t> counter{};
    /// Nobody stands before the sender any more to hear a refusal. Says how it is sent, not what it is: no
    /// part of its content.
    bool isLate = false;
};

/// Where the subject stands after the command.
struct SubjectView {
    std::string code;
    std::string stage;
    std::string next;  ///< next step shown to people; empty when there is none
    std::int64_t version = 0;
};

/// The answer to one command; stored with it, so that a resend gets the very same.
struct CommandReply {
    Uuid id;
    bool accepted = false;
    std::string refusalCode;
    std::string refusalMessage;
    std::optional<SubjectView> subject;
};

/// The reply as it is stored and sent.
Value toValue(const CommandReply&);
/// Nothing when it is no reply.
std::optional<CommandReply> replyFrom(const Value&);

}  // namespace remise::domain
