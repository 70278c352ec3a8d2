#pragma once

#include <string_view>
#include <vector>

#include "drivers/reports/raw_files.h"
#include "server/domain/outcome.h"

namespace remise::drivers::reports {

/// The files in one: the workbench's own bundle ("remise-inventory-1": `files`, a text for each name, those
/// named .edid in base64), or a snapshot as eReuse's Workbench writes them, which quotes what its tools said.
/// Refuses what is no JSON, report_lacks without files, and report_field where one is no text.
[[nodiscard]] domain::Outcome<std::vector<RawFile>> readBundle(std::string_view text);

/// The files, and instead of each bundle among them what is in it ("bundle.json/dmidecode.txt"). Bundles in
/// bundles stay closed; one that cannot be read stays, to be named as such.
[[nodiscard]] std::vector<RawFile> unpackBundles(std::vector<RawFile> files);

}  // namespace remise::drivers::reports
