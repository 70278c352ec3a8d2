#include <algorithm>
#include <stdexcept>

#include "server/admin/demo_data.h"
#include "server/admin/demo_history.h"
#include "server/domain/policy.h"

namespace remise::admin {

using namespace domain;

namespace {

/// In cents, for one; a demande is free.
std::int64_t priceOf(std::string_view way, std::string_view sku) {
    if (way == "demande") return 0;
    const auto products = demoProducts(0);
    return std::find_if(products.begin(), products.end(), [&](const auto& p) { return p.sku == sku; })
        ->priceCents;
}

}  // namespace

std::string DemoHistory::askFor(const RequestPlan& plan) {
    flush();
    send("submit", "",
         Value::Object{{"way", plan.way},
                       {"association", plan.association.text()},
                       {"purpose", "office"},
                       {"lines", Value::Array{Value::Object{{"product", plan.sku},
                                                            {"quantity", std::int64_t{plan.quantity}},
                                                            {"price_cents", priceOf(plan.way, plan.sku)}}}}},
         {}, Role::system);
    ledger::Submission submission = m_waiting.back();
    m_waiting.clear();
    auto replies = m_writer.submit({submission});
    if (!replies || !replies->front().accepted)
        throw std::runtime_error("demo: a request was refused: " +
                                 (replies ? replies->front().refusalMessage : ""));
    return replies->front().subject->code;
}

/// Everything about a request is planned once its number is known: the plan is walked in order of time.
void DemoHistory::planRequest(const RequestPlan& request) {
    auto number = std::make_shared<std::string>();
    plan(request.start, [this, number, request] { *number = askFor(request); });
    static constexpr std::string_view order[] = {"submitted", "validate", "propose", "accept",  "pay",
                                                 "pick",      "pack",     "ship",    "deliver", "close"};
    Milliseconds at = request.start;
    for (std::size_t i = 1; i < std::size(order) && request.until != order[i - 1]; ++i) {
        if (order[i] == "pay" && request.way != "commande") continue;
        at += 8 * hour + static_cast<Milliseconds>(random(30)) * hour;
        const std::string_view kind = order[i];
        if (kind == "validate" || kind == "accept" || kind == "close") {
            plan(at, [this, number, kind] { send(kind, *number, {}, m_people.team, Role::team); });
        } else if (kind == "pay") {
            const Value paid =
                Value::Object{{"means", "transfer"},
                              {"amount_cents", request.quantity * priceOf(request.way, request.sku)}};
            plan(at, [this, number, paid] { send("pay", *number, paid, m_people.team, Role::team); });
        } else if (kind == "propose") {
            Value::Array units;
            for (const std::string& unit : request.units)
                units.emplace_back(unit);
            plan(at, [this, number, units] {
                send("propose", *number, Value::Object{{"units", units}}, m_people.team, Role::team);
            });
        } else {
            for (const std::string& unit : request.units) {
                Value data;
                const DemoModel& model = *std::find_if(demoModels().begin(), demoModels().end(),
                                                       [&](const auto& m) { return m.sku == request.sku; });
                const CategoryPolicy& policy = *findPolicy(model.category);
                if (kind == "pack") {
                    data = Value::Object{{"accessories", Value::Array{}}, {"weight_g", policy.weightGrams}};
                    if (!policy.accessories.empty())
                        data["accessories"].array().emplace_back(policy.accessories);
                }
                if (kind == "ship")
                    data = Value::Object{{"carrier", "gls"},
                                         {"tracking", "GLS" + std::to_string(10000000 + random(80000000))}};
                plan(at, [this, unit, kind, data] {
                    send(kind, unit, data, m_people.logistics, Role::logistics);
                });
            }
        }
    }
}

}  // namespace remise::admin
