#pragma once

#include "db/pool.h"
#include "server/http/pages.h"
#include "server/http/router.h"

namespace remise::catalogue {

/// GET / (the public catalogue, `?categorie=` shows one kind) and GET /produits/{sku}.
void addCataloguePages(http::Router&, db::Pool&, const http::Pages&);

}  // namespace remise::catalogue
