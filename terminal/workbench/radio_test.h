#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace remise::workbench {

/// Interfaces that are radios, by the kernel: "wlp3s0".
std::vector<std::string> wifiInterfaces(const std::filesystem::path& sys);

/// How many networks `iw dev NAME scan` has found.
int networksIn(std::string_view printed);

/// Whether the first Bluetooth adapter has listened for neighbours to the end (HCI inquiry, ten seconds);
/// nothing where it could not: it wants firmware that is not there, or nobody may.
std::optional<int> bluetoothNeighbours();

}  // namespace remise::workbench
