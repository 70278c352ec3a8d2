#include "tests/terminal/sent_work.h"

#include "server/wire/command_json.h"
#include "tests/terminal/floor.h"

namespace sent_work {

using remise::domain::Command;
using remise::domain::CommandReply;

namespace {

SmallServer::Said replyTo(const SmallServer::Asked& asked, const std::string& refusal) {
    std::vector<CommandReply> replies;
    for (const Command& command : commandsIn(asked)) {
        CommandReply reply;
        reply.id = command.id;
        reply.accepted = refusal.empty();
        reply.refusalCode = reply.refusalMessage = refusal;
        replies.push_back(reply);
    }
    return {200, remise::wire::writeReplies(replies)};
}

}  // namespace

Command clean(const std::string& unit) {
    Command command;
    command.at = 1'800'000'000'000;
    command.id = remise::domain::Uuid::v7(command.at);
    command.worker = floor_of::badge;
    command.station = "cleaning";
    command.kind = "clean";
    command.subject = unit;
    command.data = remise::domain::Value::Object{};
    return command;
}

std::vector<Command> commandsIn(const SmallServer::Asked& asked) {
    std::vector<Command> commands;
    const auto read = remise::wire::readCommands(asked.body, 0);
    for (const auto& one : *read)
        commands.push_back(one.command);
    return commands;
}

SmallServer::Said acceptAll(const SmallServer::Asked& asked) {
    return replyTo(asked, "");
}

SmallServer::Said refuseAll(const SmallServer::Asked& asked) {
    return replyTo(asked, "wrong_stage");
}

Ledger::Ledger() {
    server.answer = [this](const SmallServer::Asked& asked) {
        if (asked.path != "/api/v1/commands") return SmallServer::Said{200, greeting};
        ++requests;
        for (const Command& command : commandsIn(asked))
            came.push_back(command);
        return answer(asked);
    };
}

}  // namespace sent_work
