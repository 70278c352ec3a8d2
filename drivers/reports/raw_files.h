#pragma once

#include <string>

/// The outputs of several tools about one machine, as gathered in a folder or a bundle.
namespace remise::drivers::reports {

struct RawFile {
    std::string name;  ///< "smartctl-sda.json", with folders: "disks/smartctl.txt"
    std::string bytes;
};

/// Whose output it is.
enum class RawKind { empty, dmidecode, unknown };

/// By what the file says; its name only where two tools say it alike.
[[nodiscard]] RawKind rawKindOf(const RawFile&);

}  // namespace remise::drivers::reports
