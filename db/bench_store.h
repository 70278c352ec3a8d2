#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// A machine on a bench, as it said last of itself.
struct Bench {
    domain::Uuid report;  ///< the machine's inventory
    std::string site;
    domain::Uuid sender;  ///< the workbench that speaks for it
    std::string unit;     ///< empty until a scan has told it
    domain::Milliseconds cameAt = 0, seenAt = 0;
    std::string state;  ///< canonical JSON
};

/// What a machine says now; `unit` stays what it was. False when it speaks for a machine of another site.
bool saveBench(Connection&, const Bench&);
void tieBench(Connection&, const domain::Uuid& report, std::string_view unit);
std::optional<Bench> findBench(Connection&, const domain::Uuid& report);
/// Those of a site that were heard of since then, the first that came first.
std::vector<Bench> listBenches(Connection&, std::string_view site, domain::Milliseconds since, int limit);

}  // namespace remise::db
