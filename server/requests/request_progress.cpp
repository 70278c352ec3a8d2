#include "server/requests/request_progress.h"

#include <algorithm>

#include "server/domain/policy.h"

namespace remise::requests {

namespace {

constexpr std::string_view road[] = {"sent", "validated", "proposed", "prepared", "shipped", "delivered"};

struct Place {
    std::string_view stage;
    std::size_t at;  ///< the mark of the road it stands on
};

// clang-format off
constexpr Place places[] = {
    {"submitted", 0}, {"incomplete", 0},
    {"queued", 1},    {"quoted", 1},
    {"proposed", 2},  {"confirmed", 2}, {"paid", 2},
    {"preparing", 3},
    {"partly_shipped", 4}, {"shipped", 4},
    {"delivered", 5}, {"closed", 5},
};
// clang-format on

constexpr std::string_view accepted = "confirmed paid preparing partly_shipped shipped delivered closed";

}  // namespace

std::vector<ProgressStep> progressOf(std::string_view stage) {
    if (stage == "cancelled" || stage == "refused") return {{road[0], Mark::done}, {stage, Mark::stopped}};
    const auto place =
        std::find_if(std::begin(places), std::end(places), [&](const Place& p) { return p.stage == stage; });
    const std::size_t at = place == std::end(places) ? 0 : place->at;
    std::vector<ProgressStep> steps;
    for (std::size_t i = 0; i < std::size(road); ++i)
        steps.push_back({road[i], i < at ? Mark::done : i == at ? Mark::current : Mark::ahead});
    if (domain::containsWord(accepted, stage)) steps[2].key = "accepted";
    if (stage == "closed" || stage == "delivered") steps.back().mark = Mark::done;
    return steps;
}

bool isOpen(std::string_view stage) {
    return !domain::containsWord("closed cancelled refused", stage);
}

bool mayCancel(std::string_view stage) {
    return domain::containsWord("submitted incomplete queued quoted confirmed paid preparing", stage);
}

}  // namespace remise::requests
