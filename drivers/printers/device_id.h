#pragma once

#include <string>
#include <string_view>

namespace remise::drivers {

/// What an IEEE 1284 device id says: `key:value;` pairs, keys in their short or their long form.
struct DeviceId {
    std::string maker;     ///< MFG, MANUFACTURER
    std::string model;     ///< MDL, MODEL
    std::string commands;  ///< CMD, COMMAND SET
    std::string serial;    ///< SN, SERN, SERIALNUMBER
};

/// Whatever is missing or damaged stays empty: a device id is a hint, not a promise. Letters that are not
/// ASCII become `?`.
DeviceId readDeviceId(std::string_view);

}  // namespace remise::drivers
