#pragma once

#include "db/connection.h"
#include "db/request_store.h"
#include "server/domain/value.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::requests {

/// What the team needs to decide on one request: who asks, what for, and the proposal that could be made of
/// the units in stock, the oldest first.
domain::Value handleView(db::Connection&, const http::Strings&, const http::Request&, const db::RequestRow&);

}  // namespace remise::requests
