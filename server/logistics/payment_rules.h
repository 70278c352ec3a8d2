#pragma once

#include "db/request_store.h"

namespace remise::logistics {

/// True while nothing is prepared because a payment has not come.
bool waitsForPayment(const db::RequestRow&);

/// The association has accepted, and has paid where it must before: its units may leave the shelf.
bool mayBePrepared(const db::RequestRow&);

}  // namespace remise::logistics
