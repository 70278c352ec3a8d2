#pragma once

#include "db/database.h"
#include "server/associations/registration_rules.h"
#include "server/http/request.h"
#include "server/identity/tries.h"

namespace remise::associations {

/// How often an address may come this far with a form that is filled in: each time costs a password's hash,
/// and tells whether an association is known.
inline constexpr identity::TryLimit registrationTries{"try registration", 10, identity::anHour};

/// Writes the association and its first member, both or none, and puts the file before the team. What is
/// wrong with a field comes in `wrongs`; then nothing is written. Refused (too_many_tries) past the limit.
domain::Verdict registerAssociation(db::Pool&, const identity::ServerSecret&, const Typed&,
                                    const http::Request&, Wrongs& wrongs);

}  // namespace remise::associations
