#include "server/requests/completion.h"

#include <algorithm>

#include "db/product_store.h"
#include "server/catalogue/order_form.h"
#include "server/domain/refusals.h"

namespace remise::requests {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;

namespace {

constexpr std::int64_t mostWithoutProduct = 500;  // what the ledger takes in one line

std::string boxOf(std::size_t line) {
    return "quantity_" + std::to_string(line);
}

std::int64_t mostOf(db::Connection& connection, const Value& line) {
    const auto product = db::findProduct(connection, line.textOr("product"));
    return product ? product->mostPerAssociation : mostWithoutProduct;
}

Outcome<Value> quantitiesOf(db::Connection& connection, const db::RequestRow& row, const http::Form& form) {
    Value lines = row.state["lines"];
    for (std::size_t i = 0; i < lines.array().size(); ++i) {
        Value& line = lines.array()[i];
        const std::int64_t most = mostOf(connection, line);
        const auto quantity = form.integer(boxOf(i));
        if (!quantity || *quantity < 1 || *quantity > most)
            return Refusal(refusals::badQuantity, {{"most", std::to_string(most)}});
        line["quantity"] = *quantity;
    }
    return Value(Value::Object{{"lines", lines}});
}

Outcome<Value> purposeOf(const http::Form& form) {
    const std::string purpose = form.text("purpose");
    const auto& known = catalogue::purposes;
    if (std::find(std::begin(known), std::end(known), purpose) == std::end(known))
        return Refusal(refusals::fieldChoice);
    return Value(Value::Object{{"purpose", purpose}});
}

}  // namespace

Value completionView(db::Connection& connection, const db::RequestRow& row, const http::Strings& strings,
                     domain::Language language) {
    const std::string missing = row.state.textOr("missing");
    Value::Array purposes, quantities;
    if (missing == "purpose")
        for (const auto purpose : catalogue::purposes)
            purposes.push_back(
                Value::Object{{"value", purpose},
                              {"label", strings.text("order.purpose." + std::string(purpose), language)}});
    const auto& lines = row.state["lines"].array();
    for (std::size_t i = 0; missing == "quantity" && i < lines.size(); ++i) {
        const auto product = db::findProduct(connection, lines[i].textOr("product"));
        quantities.push_back(Value::Object{{"box", boxOf(i)},
                                           {"label", product ? product->name(language) : ""},
                                           {"typed", lines[i].integerOr("quantity", 1)},
                                           {"most", mostOf(connection, lines[i])}});
    }
    return Value::Object{
        {"needs_purpose", !purposes.empty()}, {"purposes", purposes}, {"quantities", quantities}};
}

Outcome<Value> completionOf(db::Connection& connection, const db::RequestRow& row, const http::Form& form) {
    const std::string missing = row.state.textOr("missing");
    if (missing == "purpose") return purposeOf(form);
    if (missing == "quantity") return quantitiesOf(connection, row, form);
    return Value(Value::Object{});
}

}  // namespace remise::requests
