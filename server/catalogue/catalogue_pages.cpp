#include "server/catalogue/catalogue_pages.h"

#include <algorithm>

#include "db/product_store.h"
#include "db/unit_store.h"
#include "server/catalogue/product_view.h"
#include "server/catalogue/show_product.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"

namespace remise::catalogue {

using domain::Language;
using domain::Value;

namespace {

using Stock = std::map<std::string, std::int64_t>;

std::int64_t countOf(const Stock& stock, const std::string& sku) {
    const auto found = stock.find(sku);
    return found == stock.end() ? 0 : found->second;
}

/// The kinds of equipment that have a product, in the usual order, as links.
Value filters(const std::vector<domain::Product>& products, const std::string& chosen,
              const http::Strings& strings, Language language) {
    Value::Array list;
    list.push_back(Value::Object{{"filter_url", "/"},
                                 {"label", strings.text("catalogue.all", language)},
                                 {"is_current", chosen.empty()}});
    for (const auto& policy : domain::policies()) {
        const bool isSold = std::any_of(products.begin(), products.end(),
                                        [&](const auto& p) { return p.category == policy.category; });
        if (!isSold) continue;
        const std::string category(policy.category);
        list.push_back(Value::Object{{"filter_url", "/?categorie=" + category},
                                     {"label", strings.text("catalogue.category." + category, language)},
                                     {"is_current", chosen == category}});
    }
    return list;
}

/// What is there first, then in the usual order of kinds; within each as stored, the least dear first.
void putInOrder(std::vector<domain::Product>& products, const Stock& stock) {
    const auto rank = [&](const domain::Product& product) {
        const auto all = domain::policies();
        const auto at = std::find_if(all.begin(), all.end(),
                                     [&](const auto& row) { return row.category == product.category; });
        return std::pair(countOf(stock, product.sku) == 0, at - all.begin());
    };
    std::stable_sort(products.begin(), products.end(),
                     [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
}

http::Reply showShelf(db::Pool& pool, const http::Pages& pages, const http::Request& request) {
    const auto connection = pool.take();
    auto products = db::listProducts(*connection, db::Products::published);
    const auto stock = db::countInStockByProduct(*connection);
    const std::string chosen = request.queryValue("categorie").value_or("");
    if (!chosen.empty() && !domain::findPolicy(chosen))
        return http::Reply::problem(domain::Refusal(domain::refusals::notFound), request.language);
    putInOrder(products, stock);
    Value::Array cards;
    for (const auto& product : products)
        if (chosen.empty() || product.category == chosen)
            cards.push_back(
                productView(product, countOf(stock, product.sku), pages.strings(), request.language));
    return pages.page("catalogue/shelf",
                      Value::Object{{"title", pages.strings().text("catalogue.title", request.language)},
                                    {"filters", filters(products, chosen, pages.strings(), request.language)},
                                    {"is_empty", cards.empty()},
                                    {"cards", cards}},
                      request);
}

http::Reply showOneProduct(db::Pool& pool, const http::Pages& pages, const http::Request& request) {
    const auto connection = pool.take();
    const auto product = db::findProduct(*connection, request.parameter("sku"));
    if (!product || !product->published)
        return http::Reply::problem(domain::Refusal(domain::refusals::unknownProduct), request.language);
    OrderForm fresh;
    fresh.command = domain::Uuid::v7(request.receivedAt).text();
    return showProduct(*connection, pages, request, *product, fresh, {});
}

}  // namespace

void addCataloguePages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    router.add({"GET", "/", [&](const http::Request& request) { return showShelf(pool, pages, request); }});
    router.add({"GET", "/produits/{sku}",
                [&](const http::Request& request) { return showOneProduct(pool, pages, request); }});
}

}  // namespace remise::catalogue
