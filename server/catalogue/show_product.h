#pragma once

#include "db/connection.h"
#include "server/catalogue/order_form.h"
#include "server/http/pages.h"

namespace remise::catalogue {

/// The page of a product with its order form as it was typed, and what is wrong with it.
http::Reply showProduct(db::Connection&, const http::Pages&, const http::Request&, const domain::Product&,
                        const OrderForm&, const Wrongs&);

}  // namespace remise::catalogue
