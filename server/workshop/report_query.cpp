#include "server/workshop/report_query.h"

#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/identity/rights.h"

namespace remise::workshop {

using namespace domain;

Outcome<ReportQuery> readReportQuery(const http::Request& request, std::string_view known, Worker worker) {
    ReportQuery query;
    query.unit = normaliseScan(request.queryValue("unit").value_or(std::string(known)));
    if (query.unit.empty()) return Refusal(refusals::missingCode);
    if (codeKind(query.unit) != CodeKind::unit) return Refusal(refusals::damagedCode, {{"code", query.unit}});
    const std::string command = request.queryValue("command").value_or("");
    if (command.empty()) return Refusal(refusals::missingData, {{"field", "command"}});
    const auto id = Uuid::parse(command);
    if (!id) return Refusal(refusals::badParameter, {{"name", "command"}, {"why", "UUID"}});
    query.command = *id;
    query.worker = request.queryValue("worker").value_or("");
    if (query.worker.empty() && request.caller.role == Role::terminal && worker == Worker::needed)
        return Refusal(refusals::missingData, {{"field", "worker"}});
    return query;
}

Outcome<Uuid> authorOf(const http::Request& request, const ReportQuery& query, identity::Badges& badges,
                       std::string_view kind) {
    Role role = request.caller.role.value_or(Role::terminal);
    Uuid actor = request.caller.lastingActor;
    if (role == Role::terminal) {
        const auto holder = badges.resolve(query.worker, request.caller.site, request.receivedAt);
        if (!holder) return holder.refusal();
        role = holder->role;
        actor = holder->actors.lasting;
    }
    if (auto may = identity::maySend(role, kind); !may) return may.refusal();
    return actor;
}

Refusal keptForReview(const Refusal& cause, const Uuid& report) {
    return Refusal(refusals::reportKept, {{"cause", std::string(cause.code())}, {"report", report.text()}},
                   {{"why", {cause.text(Language::french), cause.text(Language::english)}}});
}

}  // namespace remise::workshop
