#pragma once

#include "db/connection.h"
#include "db/request_store.h"
#include "server/domain/outcome.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::requests {

/// The boxes that answer what the team says is missing, for the template: purposes to choose from, or a
/// quantity for each line. Papers and addresses are answered by e-mail.
domain::Value completionView(db::Connection&, const db::RequestRow&, const http::Strings&, domain::Language);

/// What was filled in, as data of the command `complete`.
domain::Outcome<domain::Value> completionOf(db::Connection&, const db::RequestRow&, const http::Form&);

}  // namespace remise::requests
