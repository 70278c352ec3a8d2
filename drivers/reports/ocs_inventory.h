#pragma once

#include <string>
#include <string_view>

#include "drivers/reports/report.h"
#include "server/domain/outcome.h"

/// The XML of FusionInventory's and GLPI's agents, which speak as those of OCS Inventory do: a REQUEST with
/// its QUERY, the agent's DEVICEID and a CONTENT.
namespace remise::drivers::reports {

/// What an agent asks, in capital letters: "PROLOG" before its work, "INVENTORY", "SNMPQUERY",
/// "NETDISCOVERY"… Refuses what readXml does, and what is no REQUEST with a QUERY (report_lacks).
domain::Outcome<std::string> readOcsQuery(std::string_view xml);

/// Reads an INVENTORY. Refuses what readXml does, another QUERY (report_field) and what lacks CONTENT or
/// DEVICEID (report_lacks).
domain::Outcome<Inventory> readOcsInventory(std::string_view xml);

}  // namespace remise::drivers::reports
