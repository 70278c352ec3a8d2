#pragma once

#include <set>
#include <string>
#include <string_view>

/// By what a machine is known again, whatever disk is in it.
namespace remise::domain {

enum class MachineIdKind { serial, imei, uuid, board, mac };
[[nodiscard]] std::string_view machineIdKindName(MachineIdKind);

struct MachineId {
    MachineIdKind kind = MachineIdKind::serial;
    std::string value;  ///< in the form in which two are compared

    auto operator<=>(const MachineId&) const = default;
};
using MachineIds = std::set<MachineId>;

/// One spelling for both: firmware writes a UUID's first three numbers in either byte order, and tools differ
/// (SMBIOS 2.6 says little-endian). Capital letters with hyphens; empty for what is no UUID.
[[nodiscard]] std::string canonicalUuid(std::string_view);

/// Why the two are one machine; nothing when they are not. A network card alone does not make two machines
/// one that tell apart by serial number, UUID or board: docks and adapters go from one to the other.
[[nodiscard]] std::set<MachineIdKind> whySame(const MachineIds&, const MachineIds&);

}  // namespace remise::domain
