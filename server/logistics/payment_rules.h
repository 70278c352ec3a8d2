#pragma once

#include "db/connection.h"
#include "db/request_store.h"

namespace remise::logistics {

/// What is left to pay: nothing for a demande, nor once it was paid.
std::int64_t amountDue(const db::RequestRow&);

/// Public libraries order first and pay after delivery; everybody else pays before we prepare.
bool paysLater(db::Connection&, const db::RequestRow&);

/// True while nothing is prepared because a payment has not come.
bool waitsForPayment(db::Connection&, const db::RequestRow&);

/// The association has accepted, and has paid where it must before: its units may leave the shelf.
bool mayBePrepared(db::Connection&, const db::RequestRow&);

}  // namespace remise::logistics
