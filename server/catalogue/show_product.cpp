#include "server/catalogue/show_product.h"

#include "db/unit_store.h"
#include "server/catalogue/product_view.h"

namespace remise::catalogue {

using domain::Value;

namespace {

Value grades(const domain::Product& product, const http::Strings& strings, domain::Language language) {
    Value::Array list;
    for (const std::string letter : {"A", "B", "C", "D"})
        list.push_back(
            Value::Object{{"letter", letter},
                          {"picture", "grade_" + std::string(1, static_cast<char>(letter[0] + 32))},
                          {"meaning", strings.text("catalogue.grade." + letter, language)},
                          {"is_this", product.grade == letter}});
    return list;
}

int statusOf(const Wrongs& wrongs) {
    return wrongs.empty() ? 200 : wrongs.begin()->second.status();
}

}  // namespace

http::Reply showProduct(db::Connection& connection, const http::Pages& pages, const http::Request& request,
                        const domain::Product& product, const OrderForm& typed, const Wrongs& wrongs) {
    const auto stock = db::countInStockByProduct(connection);
    const auto found = stock.find(product.sku);
    Value data =
        productView(product, found == stock.end() ? 0 : found->second, pages.strings(), request.language);
    data["read_at"] = "/produits/" + product.sku;
    data["title"] = product.name(request.language);
    data["grades"] = grades(product, pages.strings(), request.language);
    data["order"] = orderView(typed, wrongs, product, pages.strings(), request.language);
    return pages.page("catalogue/product", data, request, statusOf(wrongs));
}

}  // namespace remise::catalogue
