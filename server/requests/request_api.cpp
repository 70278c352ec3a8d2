#include "server/requests/request_api.h"

#include "db/request_store.h"
#include "server/domain/refusals.h"
#include "server/requests/submit_request.h"
#include "server/wire/json.h"

namespace remise::requests {

namespace refusals = domain::refusals;
using domain::Outcome;
using domain::Refusal;
using domain::Value;

namespace {

constexpr std::size_t mostLines = 50;

/// {"id": UUID (optional, sent again it counts once), "way", "lines": [{"product", "quantity"}], "purpose"}
Outcome<NewRequest> readRequest(const http::Request& request) {
    const auto body = wire::readJson(request.body);
    if (!body) return body.refusal();
    const Value& lines = (*body)["lines"];
    if (!lines.isArray() || lines.array().empty() || lines.array().size() > mostLines)
        return Refusal(refusals::badLines, {{"why", "1–50"}});
    NewRequest wanted;
    wanted.command = domain::Uuid::v7(request.receivedAt);
    if (body->has("id")) {
        const auto id = domain::Uuid::parse(body->textOr("id"));
        if (!id) return Refusal(refusals::badData, {{"field", "id"}});
        wanted.command = *id;
    }
    wanted.way = body->textOr("way");
    wanted.purpose = body->textOr("purpose");
    for (const Value& line : lines.array())
        wanted.lines.push_back({line.textOr("product"), line.integerOr("quantity", 0)});
    return wanted;
}

http::Reply submit(db::Pool& pool, workshop::SendCommands& commands, const http::Request& request) {
    const auto wanted = readRequest(request);
    if (!wanted) return http::Reply::problem(wanted.refusal(), request.language);
    const auto reply = submitRequest(pool, commands, request, *wanted);
    if (!reply) return http::Reply::problem(reply.refusal(), request.language);
    if (!reply->accepted) return http::Reply::problem(*reply, request.language);
    return http::Reply::json(
               Value::Object{{"number", reply->subject->code}, {"stage", reply->subject->stage}}, 201)
        .with("Location", "/api/v1/requests/" + reply->subject->code);
}

http::Reply show(db::Pool& pool, const http::Request& request) {
    const std::string number = request.parameter("number");
    const auto connection = pool.take();
    const auto row = db::findRequest(*connection, number);
    const bool isTheirs = row && (request.caller.role != domain::Role::association ||
                                  row->association.text() == request.caller.association);
    if (!isTheirs)
        return http::Reply::problem(Refusal(refusals::otherAssociation, {{"code", number.substr(0, 20)}}),
                                    request.language);
    Value value = row->state;
    value["number"] = row->number;
    value["stage"] = row->stage;
    value["version"] = row->version;
    value["submitted_at"] = domain::formatTime(row->submittedAt);
    value["changed_at"] = domain::formatTime(row->changedAt);
    return http::Reply::json(value);
}

}  // namespace

void addRequestRoutes(http::Router& router, db::Pool& pool, workshop::SendCommands& commands) {
    router.add({"POST", "/api/v1/requests",
                [&](const http::Request& request) { return submit(pool, commands, request); }, 65536});
    router.add({"GET", "/api/v1/requests/{number}",
                [&](const http::Request& request) { return show(pool, request); }});
}

}  // namespace remise::requests
