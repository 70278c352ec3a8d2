#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "drivers/disks/erase_drives.h"
#include "server/domain/ids.h"
#include "server/domain/value.h"
#include "server/proof/signature.h"

namespace remise::workbench {

/// What the server lets this machine's drives undergo: a person scanned the unit, and the server signed.
struct Job {
    domain::Uuid id;
    std::string unit;
    bool erases = false;
    bool checks = false;  ///< only reads again what was erased, for a second person
    drivers::disks::Extent verification = drivers::disks::Extent::full;
    std::vector<std::string> serials;   ///< of the drives; no others are touched
    drivers::disks::Expected expected;  ///< what drives that are checked should hold
    domain::Value document;             ///< as it was signed
};

/// What `expected` and `seed` of a verification say that a drive was left with; nothing where no fill is
/// known.
std::optional<drivers::disks::Fill> fillOf(const domain::Value& said);

/// Says in a sentence what is wrong with it.
struct NotAJob : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The job that `text` is, a "remise-job-1" signed by one of these keys and in force at `now`. Throws
/// NotAJob.
Job readJob(std::string_view text, const proof::PublicKeys&, domain::Milliseconds now);

}  // namespace remise::workbench
