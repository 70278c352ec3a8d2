#pragma once

#include "db/association_store.h"
#include "db/database.h"
#include "server/domain/outcome.h"

namespace remise::associations {

/// Takes an association's file one step further; refused when the table has no such step or somebody was
/// faster.
domain::Verdict reviewAssociation(db::Pool&, const db::AssociationStep&);

}  // namespace remise::associations
