#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"

/// Who has a serial number already. Ask only with one that is an identity (server/domain/serials.h); it is
/// found as it is spelled and in its normal form.
namespace remise::db {

/// Every unit that ever had it, also those that have left, in order of arrival.
std::vector<std::string> unitsWithSerial(Connection&, std::string_view serial);

struct KnownDrive {
    std::string code, unit;  ///< `unit` is empty while no unit holds it
};
std::vector<KnownDrive> drivesWithSerial(Connection&, std::string_view serial);

}  // namespace remise::db
