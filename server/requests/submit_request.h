#pragma once

#include "db/pool.h"
#include "server/catalogue/order_form.h"
#include "server/domain/command.h"
#include "server/workshop/send_commands.h"

namespace remise::requests {

/// One line of what is ordered or asked for.
struct Line {
    std::string product;
    std::int64_t quantity = 0;
};

struct NewRequest {
    domain::Uuid command;
    std::string way;
    std::vector<Line> lines;
    std::string purpose;
};

/// Sends the request of a signed-in member: its association must be validated, each product in the catalogue,
/// each quantity within the product's limit. A commande takes the catalogue's prices, a demande is funded and
/// costs nothing. What the ledger says comes back as its reply; sent again, it is the same reply, even where
/// prices have changed.
domain::Outcome<domain::CommandReply> submitRequest(db::Pool&, workshop::SendCommands&, const http::Request&,
                                                    const NewRequest&);

}  // namespace remise::requests
