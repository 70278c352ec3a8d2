#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/domain/command.h"

/// JSON of `POST /api/v1/commands`, one codec for the server and the terminal.
namespace remise::wire {

inline constexpr std::size_t mostCommandsInARequest = 500;

/// One element of the array: a command, or why it could not be read (its id is always known).
struct ReadCommand {
    domain::Command command;
    std::optional<domain::Refusal> refusal;
    std::string content;  ///< canonical JSON of what was sent, for its SHA-256
};

/// The whole body. Refused as a whole when it is no array, is too long, or an element has no UUID.
domain::Outcome<std::vector<ReadCommand>> readCommands(std::string_view body, domain::Milliseconds now);
std::string writeCommands(const std::vector<domain::Command>&);

std::string writeReplies(const std::vector<domain::CommandReply>&);
domain::Outcome<std::vector<domain::CommandReply>> readReplies(std::string_view body);

}  // namespace remise::wire
