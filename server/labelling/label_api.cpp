#include "server/labelling/label_api.h"

#include "labels/label.h"
#include "server/labelling/label_order.h"
#include "server/wire/json.h"

namespace remise::labelling {
namespace {

domain::Outcome<http::Reply> answer(const http::Request& request) {
    const auto order = labelOrder(request);
    if (!order) return order.refusal();
    domain::Value data = labels::sampleOf(order->kind);
    if (const auto given = request.queryValue("data")) {
        const auto json = wire::readJson(*given);
        if (!json) return json.refusal();
        data = *json;
    }
    return labelFile(*order, data.isArray() ? data.array() : domain::Value::Array{data});
}

}  // namespace

void addLabelRoute(http::Router& router) {
    router.add({"GET", "/api/v1/labels/{file}", [](const http::Request& request) {
                    const auto reply = answer(request);
                    return reply ? *reply : http::Reply::problem(reply.refusal(), request.language);
                }});
}

}  // namespace remise::labelling
