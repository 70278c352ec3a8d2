#pragma once

#include <string>
#include <vector>

#include "server/domain/value.h"

/// What the server makes of a report of drives: the answer to POST /api/v1/erasures.
namespace remise::workbench {

/// Of these drives each is certified, or drawn for a second check. In `rows`, the drives as the screen shows
/// them, whichever is not becomes "unproven" with the server's reason.
bool areProven(const domain::Value& answer, const std::vector<std::string>& serials, domain::Value& rows);

/// A drive was drawn for a second check, by another person.
bool isAnyDrawn(const domain::Value& answer);

/// A drive is to be destroyed from now on.
bool isAnyToDestroy(const domain::Value& answer);

}  // namespace remise::workbench
