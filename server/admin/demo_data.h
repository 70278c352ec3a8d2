#pragma once

#include <vector>

#include "db/donor_store.h"
#include "db/location_store.h"
#include "server/domain/association.h"
#include "server/domain/product.h"

/// What the demo is made of. Names are invented; identifiers are valid by their rules and belong to nobody we
/// know.
namespace remise::admin {

inline constexpr const char* demoSite = "bocage";

/// What a product's units look like when they come in.
struct DemoModel {
    std::string_view sku, category, maker, model, cpu;
    int memoryMb, driveMb;
    std::string_view medium;
};

std::vector<domain::Product> demoProducts(domain::Milliseconds now);
const std::vector<DemoModel>& demoModels();
std::vector<domain::Association> demoAssociations(domain::Milliseconds now);
std::vector<db::Donor> demoDonors();
std::vector<db::Location> demoLocations();

}  // namespace remise::admin
