#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// How a command lies in the outbox's file: behind its length and a check sum, so that it can be known for
/// whole wherever it is found.
namespace remise::terminal {

std::string sealed(std::string_view json);

/// What was sealed; nothing when a byte of it is another.
std::optional<std::string> unsealed(std::string_view line);

/// Everything whole that lies in the bytes of a damaged file, in the order of the bytes.
std::vector<std::string> wholeIn(std::string_view bytes);

}  // namespace remise::terminal
