#pragma once

#include "server/domain/product.h"
#include "server/domain/value.h"
#include "server/http/strings.h"

namespace remise::catalogue {

/// What a product's card and page show, in the reader's language.
domain::Value productView(const domain::Product&, std::int64_t inStock, const http::Strings&,
                          domain::Language);

}  // namespace remise::catalogue
