#include "server/catalogue/catalogue_api.h"

#include "db/product_store.h"
#include "db/unit_store.h"

namespace remise::catalogue {

using domain::Value;

namespace {

Value describe(const domain::Product& product, std::int64_t inStock, domain::Language language) {
    return Value::Object{{"sku", product.sku},
                         {"name", product.name(language)},
                         {"good_for", product.goodFor(language)},
                         {"category", product.category},
                         {"class", std::int64_t{product.performanceClass}},
                         {"grade", product.grade},
                         {"price_cents", product.priceCents},
                         {"reference_new_cents", product.referenceNewCents},
                         {"warranty_months", std::int64_t{product.warrantyMonths}},
                         {"most_per_association", std::int64_t{product.mostPerAssociation}},
                         {"in_stock", inStock}};
}

http::Reply showCatalogue(db::Pool& pool, const http::Request& request) {
    const auto connection = pool.take();
    const auto stock = db::countInStockByProduct(*connection);
    const std::string category = request.queryValue("category").value_or("");
    Value::Array list;
    for (const auto& product : db::listProducts(*connection, db::Products::published)) {
        if (!category.empty() && product.category != category) continue;
        const auto found = stock.find(product.sku);
        list.push_back(describe(product, found == stock.end() ? 0 : found->second, request.language));
    }
    return http::Reply::json(Value::Object{{"products", list}});
}

}  // namespace

void addCatalogueRoutes(http::Router& router, db::Pool& pool) {
    router.add({"GET", "/api/v1/catalogue",
                [&pool](const http::Request& request) { return showCatalogue(pool, request); }});
}

}  // namespace remise::catalogue
