#include "server/requests/submit_request.h"

#include "db/association_store.h"
#include "db/command_store.h"
#include "db/product_store.h"
#include "server/associations/association_rules.h"
#include "server/domain/refusals.h"
#include "server/workshop/page_command.h"

namespace remise::requests {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;
using domain::Verdict;

namespace {

Verdict checkAssociation(db::Connection& connection, const http::Caller& caller) {
    const auto id = domain::Uuid::parse(caller.association);
    const auto association = id ? db::findAssociation(connection, *id) : std::nullopt;
    if (!association) return Refusal(refusals::unknownAssociation);
    return associations::mayOrder(association->state);
}

Outcome<Value> pricedLine(db::Connection& connection, const std::string& way, const Line& line) {
    const auto product = db::findProduct(connection, line.product);
    if (!product || !product->published) return Refusal(refusals::unknownProduct);
    if (line.quantity < 1 || line.quantity > product->mostPerAssociation)
        return Refusal(refusals::badQuantity, {{"most", std::to_string(product->mostPerAssociation)}});
    return Value(Value::Object{{"product", product->sku},
                               {"quantity", line.quantity},
                               {"price_cents", way == "demande" ? std::int64_t{0} : product->priceCents}});
}

Outcome<Value> dataOf(db::Connection& connection, const http::Caller& caller, const NewRequest& wanted) {
    if (auto verdict = checkAssociation(connection, caller); !verdict) return verdict.refusal();
    Value::Array lines;
    for (const Line& line : wanted.lines) {
        auto priced = pricedLine(connection, wanted.way, line);
        if (!priced) return priced.refusal();
        lines.push_back(std::move(*priced));
    }
    Value data = Value::Object{{"way", wanted.way}, {"association", caller.association}, {"lines", lines}};
    if (!wanted.purpose.empty()) data["purpose"] = wanted.purpose;
    return data;
}

/// What they said themselves, without prices: those may change between a request and its resend.
Value saidBy(const http::Caller& caller, const NewRequest& wanted) {
    Value::Array lines;
    for (const Line& line : wanted.lines)
        lines.push_back(Value::Object{{"product", line.product}, {"quantity", line.quantity}});
    return Value::Object{{"way", wanted.way},
                         {"association", caller.association},
                         {"lines", lines},
                         {"purpose", wanted.purpose}};
}

}  // namespace

Outcome<domain::CommandReply> submitRequest(db::Pool& pool, workshop::SendCommands& commands,
                                            const http::Request& request, const NewRequest& wanted) {
    auto command = workshop::pageCommand(wanted.command, "submit", "", saidBy(request.caller, wanted),
                                         request.receivedAt);
    {
        const auto connection = pool.take();
        // A resend gets the answer that is there, whatever has become of the association and the catalogue.
        if (db::findCommands(*connection, {wanted.command}).empty()) {
            auto data = dataOf(*connection, request.caller, wanted);
            if (!data) return data.refusal();
            command.command.data = std::move(*data);
        }
    }
    return commands.send(request, std::move(command));
}

}  // namespace remise::requests
