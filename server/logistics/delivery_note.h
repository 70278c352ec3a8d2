#pragma once

#include "db/connection.h"
#include "db/request_store.h"
#include "server/http/pages.h"

namespace remise::logistics {

/// The delivery note (bon de livraison) of a request, to read or to print; not found as long as nothing was
/// shipped.
http::Reply showDeliveryNote(db::Connection&, const http::Pages&, const http::Request&,
                             const db::RequestRow&);

}  // namespace remise::logistics
