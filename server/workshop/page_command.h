#pragma once

#include "server/http/request.h"
#include "server/workshop/send_commands.h"

namespace remise::workshop {

/// A command that a form of one of our pages sends. Its id lies in the form, so that a button pressed twice
/// counts once.
wire::ReadCommand pageCommand(const domain::Uuid& id, std::string kind, std::string subject,
                              domain::Value data, domain::Milliseconds now);

/// A fresh id for a form that is about to be shown.
std::string newCommandId(domain::Milliseconds now);

/// The id a form brought back; refused (bad_parameter) when it is none.
domain::Outcome<domain::Uuid> commandIdOf(const http::Form&);

}  // namespace remise::workshop
