#include "server/workshop/command_api.h"

#include "server/wire/command_json.h"

namespace remise::workshop {
namespace {

constexpr std::size_t largestBody = 8 << 20;  // 500 commands, with a tool's report in each

}  // namespace

void addCommandRoutes(http::Router& router, SendCommands& commands) {
    router.add({.method = "POST",
                .pattern = "/api/v1/commands",
                .handler =
                    [&commands](const http::Request& request) {
                        const auto answers = commands.send(request);
                        if (!answers) return http::Reply::problem(answers.refusal(), request.language);
                        auto reply = http::Reply::jsonText(wire::writeReplies(answers->replies));
                        if (answers->restoredTo)
                            reply.with("Remise-Restored", std::to_string(*answers->restoredTo));
                        return reply;
                    },
                .bodyLimit = largestBody,
                .lane = http::Lane::ahead});
}

}  // namespace remise::workshop
