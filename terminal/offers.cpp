#include "terminal/offers.h"

#include <algorithm>

#include "server/domain/unit_state.h"

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

std::vector<Value> drivesToErase(const Value& drives) {
    if (!drives.isArray()) return {};
    std::vector<Value> left = drives.array();
    std::erase_if(left, [](const Value& drive) { return !domain::mayBeErased(drive.textOr("status")); });
    return left;
}

std::vector<Value> drivesInside(const Value& drives) {
    if (!drives.isArray()) return {};
    std::vector<Value> inside = drives.array();
    std::erase_if(inside, [](const Value& drive) { return drive.textOr("status") == "destroyed"; });
    return inside;
}

}  // namespace remise::terminal
