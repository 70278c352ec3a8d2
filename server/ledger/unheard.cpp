#include "server/ledger/unheard.h"

#include <algorithm>

#include "server/domain/refusals.h"

namespace remise::ledger {
namespace {

using namespace domain;

/// Whatever depth they stand at: what is refused early has not been looked at.
Value withoutSecrets(Value data) {
    if (data.isArray())
        for (Value& item : data.array())
            item = withoutSecrets(std::move(item));
    if (!data.isObject()) return data;
    data.object().eraseIf([](const auto& member) {
        return member.first == "pin" || member.first == "badge" || member.first == "worker" ||
               member.first == "second";
    });
    for (auto& [name, value] : data.object())
        value = withoutSecrets(std::move(value));
    return data;
}

}  // namespace

bool isUnheard(const Submission& submission, const CommandReply& reply) {
    return !reply.accepted && (submission.command.isLate || reply.refusalCode == refusals::dependsOn.code);
}

db::Review reviewOf(const Submission& submission, const CommandReply& reply, Milliseconds now) {
    const Command& command = submission.command;
    db::Review review;
    review.command = command.id;
    review.after = command.after;
    review.sender = submission.sender.id;
    review.site = submission.sender.author.site;
    review.station = command.station;
    review.kind = command.kind;
    review.subject = command.subject;
    review.expects = command.expects;
    review.claimedAt = command.at;
    review.correctedAt = submission.correctedAt ? submission.correctedAt : std::min(command.at, now);
    review.recordedAt = now;
    Value data = withoutSecrets(command.data);
    if (submission.note) {  // its own id stands for it otherwise
        data.object().erase("note");
        data["text"] = *submission.note;
    }
    review.data = canonicalJson(data.isNull() ? Value(Value::Object{}) : data);
    review.refusalCode = reply.refusalCode;
    review.refusalMessage = reply.refusalMessage;
    return review;
}

}  // namespace remise::ledger
