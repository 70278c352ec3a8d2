#pragma once

#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace remise::drivers::reports {

/// A part of the machine in lshw's tree, and where it hangs.
struct LshwNode {
    const nlohmann::json& said;
    bool behindUsb = false;  ///< in something plugged in
    bool inFlash = false;    ///< in the memory of the firmware, which lshw lists among the others
    bool inNvme = false;     ///< a namespace of the controller above

    [[nodiscard]] std::string type() const;  ///< lshw's class: disk, storage, memory…
    /// The id without what counts its siblings: "bank" of "bank:1".
    [[nodiscard]] std::string id() const;
    [[nodiscard]] bool has(const char* capability) const;
    /// The first of its names in the system, without /dev/.
    [[nodiscard]] std::string device() const;
};

/// Calls `visit` with every node below (and with) the root, parents first.
void forEachNode(const nlohmann::json& root, const std::function<void(const LshwNode&)>& visit);

}  // namespace remise::drivers::reports
