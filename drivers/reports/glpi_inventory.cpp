#include "drivers/reports/glpi_inventory.h"

#include <nlohmann/json.hpp>

#include "drivers/reports/agent_content.h"
#include "drivers/reports/json_reader.h"
#include "server/domain/refusals.h"

namespace remise::drivers::reports {

using domain::Refusal;
using nlohmann::json;

domain::Outcome<Inventory> readGlpiJson(std::string_view text) {
    const auto report = readJsonObject(text);
    if (!report) return report.refusal();
    for (const char* field : {"deviceid", "content"})
        if (!report->contains(field)) return Refusal(domain::refusals::reportLacks, {{"field", field}});
    const json& content = report->at("content");
    if (!content.is_object()) return Refusal(domain::refusals::reportField, {{"field", "content"}});

    Inventory inventory;
    inventory.deviceId = textOf(*report, "deviceid");
    if (inventory.deviceId.empty()) return Refusal(domain::refusals::reportField, {{"field", "deviceid"}});
    inventory.partial = flagOf(*report, "partial");
    inventory.itemType = textOf(*report, "itemtype");
    if (const auto shape = readAgentContent(inventory, content); !shape) return shape.refusal();
    return inventory;
}

}  // namespace remise::drivers::reports
