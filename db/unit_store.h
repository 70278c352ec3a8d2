#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

/// Reading units for screens and lists. Nothing here changes one: that is the ledger's.
namespace remise::db {

struct UnitRow {
    std::uint64_t id = 0;
    std::string code, stage, next, category, product, grade, location, container, request;
    std::int64_t version = 0;
    domain::Milliseconds changedAt = 0;
    domain::Digest head;
    domain::Value state;
};

std::optional<UnitRow> findUnit(Connection&, std::string_view code);

/// Every given part must match; empty parts match all.
struct UnitFilter {
    std::string stage, next, product, category, location, serial, request;
    std::optional<domain::Uuid> association;  ///< only units of this association's requests
    std::uint64_t after = 0;                  ///< ids above this one
    int limit = 100;
};

/// In order of id, which is the order of arrival.
std::vector<UnitRow> listUnits(Connection&, const UnitFilter&);

/// Where units came from: a lot, or a donor (UUID); one of the two.
struct Origin {
    std::string lot, donor;
};
/// In order of arrival. Reads every unit once: nothing is searched for by origin but papers for donors.
std::vector<UnitRow> listByOrigin(Connection&, const Origin&, int limit);

/// Units in stock of one product that an association may have (ours, kept for no other channel), those
/// longest in stock first.
std::vector<UnitRow> listForAssociations(Connection&, std::string_view product, int limit);

/// Blocked units, those that wait longest first; how many there are is counted apart.
std::vector<UnitRow> listBlocked(Connection&, int limit);
std::int64_t countBlocked(Connection&);

std::map<std::string, std::int64_t> countInStockByProduct(Connection&);

}  // namespace remise::db
