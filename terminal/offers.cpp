#include "terminal/offers.h"

#include <algorithm>

namespace remise::terminal {

using domain::Value;

std::vector<Value> productsFor(const Value& unit, const Value& products) {
    if (!products.isArray()) return {};
    std::vector<Value> fitting = products.array();
    std::erase_if(fitting, [&](const Value& product) { return product["category"] != unit["category"]; });
    std::stable_partition(fitting.begin(), fitting.end(),
                          [&](const Value& one) { return one["grade"] == unit["grade"]; });
    return fitting;
}

}  // namespace remise::terminal
