#include "server/workshop/command_api.h"

#include "server/wire/command_json.h"

namespace remise::workshop {
namespace {

constexpr std::size_t largestBody = 8 << 20;  // 500 commands, with a tool's report in each

}  // namespace

void addCommandRoutes(http::Router& router, SendCommands& commands) {
    router.add({"POST", "/api/v1/commands",
                [&commands](const http::Request& request) {
                    const auto replies = commands.send(request);
                    if (!replies) return http::Reply::problem(replies.refusal(), request.language);
                    return http::Reply::jsonText(wire::writeReplies(replies.value()));
                },
                largestBody});
}

}  // namespace remise::workshop
