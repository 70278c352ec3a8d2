#pragma once

#include <string>

#include "server/http/reply.h"

namespace remise::http {

enum class Afterwards { goOn, close };
enum class WithBody { yes, no };  ///< no: for HEAD

/// A reply as it goes over the wire, in one piece.
std::string writeReply(const Reply&, WithBody, Afterwards);

/// What an event stream begins with: its head, and what is sent at once.
std::string writeStreamBegin(const Reply&);

}  // namespace remise::http
