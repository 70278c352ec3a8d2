#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "server/domain/product.h"

namespace remise::db {

class Connection;

/// Adds the product, or replaces what is stored under its sku.
void saveProduct(Connection&, const domain::Product&);
std::optional<domain::Product> findProduct(Connection&, std::string_view sku);

enum class Products { published, all };
/// By category, then from the least dear to the dearest. The whole list: an organisation has about a hundred.
std::vector<domain::Product> listProducts(Connection&, Products);

}  // namespace remise::db
