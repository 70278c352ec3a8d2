#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/scan.h"

/// What makers put into the barcodes of their type plates and boxes.
namespace remise::domain {

/// "S/N: PF0ABCDE", "IMEI: …", or several such, parted by lines, semicolons or commas. Only what is named and
/// has the form of what it says it is; a placeholder is no serial.
[[nodiscard]] std::vector<Reading> namedReadings(std::string_view text);

/// Fields with data identifiers (ANSI MH10.8.2) within the envelope of ISO/IEC 15434 ("[)>", format 06).
[[nodiscard]] std::vector<Reading> envelopedReadings(std::string_view text);

/// Lenovo's 1S: ten characters machine type and model, eight serial.
[[nodiscard]] std::vector<Reading> lenovoReadings(std::string_view text);

/// A bar code that is one field with its data identifier before it (Apple, Cisco, HP): "SC02…", "1P…". A
/// guess: a serial may begin with these letters by itself.
[[nodiscard]] std::optional<Reading> prefixedReading(std::string_view text);

/// Twelve hexadecimal digits, in pairs with ':' or '-', in fours with '.', or without: in pairs with colons.
/// Nothing for what no network card has: all zeros, an address of a group.
[[nodiscard]] std::optional<std::string> macAddress(std::string_view text);

}  // namespace remise::domain
