#pragma once

#include "db/database.h"
#include "server/associations/registration_rules.h"
#include "server/domain/language.h"

namespace remise::associations {

/// Writes the association and its first member, both or none, and puts the file before the team. What stands
/// in the way comes in `wrongs`, by field; then nothing is written.
void registerAssociation(db::Pool&, const Typed&, domain::Language, domain::Milliseconds now, Wrongs& wrongs);

}  // namespace remise::associations
