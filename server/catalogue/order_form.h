#pragma once

#include <string>
#include <string_view>

#include "server/domain/outcome.h"
#include "server/domain/product.h"
#include "server/domain/value.h"
#include "server/http/request.h"
#include "server/http/strings.h"

namespace remise::catalogue {

/// What an association may want a device for. Short choices, no free text: this goes into the ledger.
inline constexpr std::string_view purposes[] = {"office",   "training",   "public_access",
                                                "families", "volunteers", "other"};

/// The form on a product's page, as it was typed.
struct OrderForm {
    std::string product;
    std::string way = "commande";  ///< commande buys from stock, demande asks for a funded device
    std::string quantity = "1";
    std::string purpose;
    std::string command;  ///< id of the command this form will send: pressed twice, it counts once
};

OrderForm readOrder(const http::Form&);

/// What was typed, checked.
struct Order {
    std::string way;
    std::string product;
    std::string purpose;
    std::int64_t quantity = 0;
    domain::Uuid command;
};

/// Refusals by field ("quantity" → why not), all at once.
using Wrongs = std::map<std::string, domain::Refusal>;
/// The order, and nothing in `wrongs`; or some.
Order checkOrder(const OrderForm&, const domain::Product&, Wrongs& wrongs);

/// For the template catalogue/order_form: choices with what was typed, and the sentence beside each wrong
/// field.
domain::Value orderView(const OrderForm&, const Wrongs&, const domain::Product&, const http::Strings&,
                        domain::Language);

}  // namespace remise::catalogue
