#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>

#include "server/domain/ids.h"
#include "server/domain/value.h"

namespace remise::workbench {

/// What the tools of this machine say of it, by the name of a file: "dmidecode.txt", "smartctl-sda.json",
/// "HDMI-A-1.edid"… What a tool could not say is not there.
using RawFiles = std::map<std::string, std::string>;

/// Asks all of them, each for at most `patience`. As root: firmware and drives answer nobody else.
RawFiles gather(
    std::chrono::milliseconds patience = std::chrono::seconds(20),
    const std::function<void(const std::string& file)>& onFile = [](const std::string&) {});

/// The document "remise-inventory-1": every raw file byte for byte, those that are no text as base64.
domain::Value bundle(const RawFiles&, const domain::Uuid& report, domain::Milliseconds madeAt);

}  // namespace remise::workbench
