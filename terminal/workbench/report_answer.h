#pragma once

#include <string>

#include "server/domain/value.h"

/// What the server makes of a report of drives: the answer to POST /api/v1/erasures.
namespace remise::workbench {

/// What it said of this drive; null when it said nothing.
domain::Value answerFor(const domain::Value& answer, const std::string& serial);

/// A drive was drawn for a second check, by another person.
bool isAnyDrawn(const domain::Value& answer);

/// A drive is to be destroyed from now on.
bool isAnyToDestroy(const domain::Value& answer);

}  // namespace remise::workbench
