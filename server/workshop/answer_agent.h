#pragma once

#include "db/database.h"
#include "server/http/networks.h"
#include "server/http/reply.h"
#include "server/http/request.h"
#include "server/identity/secrets.h"

namespace remise::workshop {

/// The conversation with agents of inventories (FusionInventory, GLPI, OCS Inventory), which have no token:
/// each says PROLOG, is told to send, and sends an INVENTORY, which waits until somebody says whose it is.
class AnswerAgent {
public:
    /// Agents may send from this machine and from these networks, which outlive this.
    AnswerAgent(db::Pool& pool, const identity::ServerSecret& secret, const http::Networks& networks)
        : m_pool(pool), m_secret(secret), m_networks(networks) {}

    /// In XML, packed as the request was. Refused: sign_in_needed for what comes from elsewhere, names a unit
    /// or is no XML; too_many_tries, has_doctype, too_large. What cannot be understood is kept to be looked
    /// at.
    http::Reply operator()(const http::Request&) const;

private:
    [[nodiscard]] bool mayCome(const http::Request&) const;

    db::Pool& m_pool;
    const identity::ServerSecret& m_secret;
    const http::Networks& m_networks;
};

}  // namespace remise::workshop
