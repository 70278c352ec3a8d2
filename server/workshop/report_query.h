#pragma once

#include <string>

#include "server/domain/ids.h"
#include "server/http/request.h"
#include "server/identity/badges.h"

namespace remise::workshop {

/// What stands beside a tool's report in the address: `?unit=CODE&command=UUID&worker=BADGE`.
struct ReportQuery {
    std::string unit;
    domain::Uuid command;
    std::string worker;  ///< badge as scanned; a signed-in person needs none
};

/// A workbench has a job instead.
enum class Worker { needed, mayBeMissing };
/// Refused when `unit` or `command` is missing or no code and no UUID, or `worker` is missing where a
/// terminal sends and it is needed.
/// `known`: the unit's code where the address may leave it out.
domain::Outcome<ReportQuery> readReportQuery(const http::Request&, std::string_view known = {},
                                             Worker = Worker::needed);

/// The lasting pseudonym of who sends a report, since proof needs authorship; refused when their badge is not
/// known here or their role may not send commands of this kind.
domain::Outcome<domain::Uuid> authorOf(const http::Request&, const ReportQuery&, identity::Badges&,
                                       std::string_view kind);

/// The refusal of a report that could not be read: it waits for somebody to look at it.
domain::Refusal keptForReview(const domain::Refusal& cause, const domain::Uuid& report);

}  // namespace remise::workshop
