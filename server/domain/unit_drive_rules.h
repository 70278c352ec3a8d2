#pragma once

#include "server/domain/draft.h"

namespace remise::domain {

// What happens to a unit and its drives together: an event in both histories.
Verdict attachDrive(Draft&, const Entity& unit);
Verdict removeDrive(Draft&, const Entity& unit);
Verdict recordErasure(Draft&, const Entity& unit);
Verdict confirmNoDrive(Draft&, const Entity& unit);
Verdict recordInventory(Draft&, const Entity& unit);
Verdict returnUnit(Draft&, const Entity& unit);

/// A second person with badge and PIN who is not the author.
Verdict checkSecondPerson(const Draft&);

/// The unit is what an open line of the request waits for.
Verdict fitsRequest(const Draft&, const Entity& request, const Entity& unit);

}  // namespace remise::domain
