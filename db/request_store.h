#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/connection.h"
#include "server/domain/entity.h"

/// Reading requests for screens and lists.
namespace remise::db {

struct RequestRow {
    std::uint64_t id = 0;
    std::string number, stage;
    domain::Uuid association;
    domain::Value state;  ///< way, lines, units (code → stage), purpose, …
    std::int64_t version = 0;
    domain::Milliseconds changedAt = 0, submittedAt = 0;
};

std::optional<RequestRow> findRequest(Connection&, std::string_view number);

struct RequestFilter {
    std::optional<domain::Uuid> association;
    std::vector<std::string> stages;  ///< any of these; empty: all
    std::uint64_t after = 0;          ///< ids above this one
    int limit = 100;
};

/// Oldest first.
std::vector<RequestRow> listRequests(Connection&, const RequestFilter&);
std::map<std::string, std::int64_t> countRequestsByStage(Connection&);

}  // namespace remise::db
