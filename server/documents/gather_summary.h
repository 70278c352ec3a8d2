#pragma once

#include "db/connection.h"
#include "db/unit_store.h"
#include "server/documents/issue_certificate.h"

namespace remise::documents {

/// More make no paper that anybody reads; such a donor asks lot by lot.
inline constexpr int mostMachines = 5000;

/// What a summary is of: one unit, a lot, or a donor.
domain::Outcome<domain::Value> subjectOfUnit(db::Connection&, const std::string& code);
domain::Outcome<domain::Value> subjectOfLot(db::Connection&, const std::string& lot);
domain::Outcome<domain::Value> subjectOfDonor(db::Connection&, const std::string& id);

/// The signed summary, as things stand now. Issues the certificates that nobody has asked for yet. Refused
/// (unknown_code) where there is no such machine, (too_large), (no_signing_key).
domain::Outcome<domain::Value> gatherSummary(db::Connection&, const Issuer&, const domain::Value& of,
                                             domain::Milliseconds now);

}  // namespace remise::documents
