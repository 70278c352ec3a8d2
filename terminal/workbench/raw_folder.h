#pragma once

#include <filesystem>
#include <vector>

#include "drivers/reports/raw_files.h"

namespace remise::workbench {

/// The files of a folder and the folders below it, in order of their names; a single file is a folder of its
/// own. Throws what cannot be read, and when there are more than 1000 files or one is larger than 16 MiB.
std::vector<drivers::reports::RawFile> readRawFolder(const std::filesystem::path&);

}  // namespace remise::workbench
