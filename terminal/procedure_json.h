#pragma once

#include "server/domain/outcome.h"
#include "server/domain/value.h"
#include "terminal/procedure.h"

namespace remise::terminal {

/// A procedure from its JSON. Refused (bad_procedure, with its station's name and what is wrong where) when a
/// member is missing, unknown or of another shape, or when procedure_check finds that it could not be played.
domain::Outcome<Procedure> readProcedure(const domain::Value& json);

}  // namespace remise::terminal
