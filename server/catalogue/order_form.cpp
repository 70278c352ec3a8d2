#include "server/catalogue/order_form.h"

#include <algorithm>
#include <charconv>

#include "server/domain/refusals.h"

namespace remise::catalogue {

namespace refusals = domain::refusals;
using domain::Refusal;
using domain::Value;

namespace {

std::int64_t wholeNumber(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

}  // namespace

OrderForm readOrder(const http::Form& form) {
    return {form.text("product"), form.text("way"), form.text("quantity"), form.text("purpose"),
            form.text("command")};
}

Order checkOrder(const OrderForm& typed, const domain::Product& product, Wrongs& wrongs) {
    Order order{typed.way, product.sku, typed.purpose, wholeNumber(typed.quantity), {}};
    if (order.way != "commande" && order.way != "demande")
        wrongs.emplace("way", Refusal(refusals::fieldChoice));
    if (order.quantity < 1 || order.quantity > product.mostPerAssociation)
        wrongs.emplace("quantity", Refusal(refusals::badQuantity,
                                           {{"most", std::to_string(product.mostPerAssociation)}}));
    if (std::find(std::begin(purposes), std::end(purposes), order.purpose) == std::end(purposes))
        wrongs.emplace("purpose", Refusal(refusals::fieldChoice));
    if (const auto command = domain::Uuid::parse(typed.command))
        order.command = *command;
    else
        wrongs.emplace("command", Refusal(refusals::badParameter, {{"name", "command"}, {"why", "uuid"}}));
    return order;
}

Value orderView(const OrderForm& typed, const Wrongs& wrongs, const domain::Product& product,
                const http::Strings& strings, domain::Language language) {
    const auto wrong = [&](const std::string& field) {
        const auto found = wrongs.find(field);
        return found == wrongs.end() ? std::string() : found->second.text(language);
    };
    Value::Array choices;
    for (const std::string_view purpose : purposes)
        choices.push_back(
            Value::Object{{"value", purpose},
                          {"label", strings.text("order.purpose." + std::string(purpose), language)},
                          {"is_chosen", typed.purpose == purpose}});
    return Value::Object{{"sku", product.sku},
                         {"command", typed.command},
                         {"is_commande", typed.way != "demande"},
                         {"is_demande", typed.way == "demande"},
                         {"quantity", typed.quantity},
                         {"most", std::int64_t{product.mostPerAssociation}},
                         {"purposes", choices},
                         {"wrong_quantity", wrong("quantity")},
                         {"wrong_purpose", wrong("purpose")},
                         {"wrong_way", wrong("way")},
                         {"wrong", wrong("order")}};
}

}  // namespace remise::catalogue
