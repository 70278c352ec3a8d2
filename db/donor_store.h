#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/ids.h"

namespace remise::db {

/// Who gave equipment, or has us treat theirs. Outside the ledger, which knows the id only.
struct Donor {
    domain::Uuid id;
    std::string kind;  ///< company, public_body, association
    std::string name;
};

void saveDonor(Connection&, const Donor&);
std::optional<Donor> findDonor(Connection&, const domain::Uuid& id);
std::vector<Donor> listDonors(Connection&);

}  // namespace remise::db
