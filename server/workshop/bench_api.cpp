#include "server/workshop/bench_api.h"

#include <algorithm>

#include "db/job_store.h"
#include "db/report_store.h"
#include "server/domain/canonical.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/wire/json.h"
#include "server/workshop/bench_rules.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t largestState = 64 * 1024;
constexpr int mostBenches = 200;

/// What a workbench hears: the unit's code once a scan has told it, and its newest job while it is good.
Value orders(db::Connection& connection, const db::Bench& bench, Milliseconds now) {
    const auto job = db::findJobOf(connection, bench.report);
    const bool isGood = job && job->site == bench.site && now < job->expiresAt;
    return Value::Object{{"unit", bench.unit.empty() ? Value() : Value(bench.unit)},
                         {"job", isGood ? readCanonical(job->document) : Value()}};
}

/// An inventory that somebody has tied to its unit tells whose the machine is.
std::string tiedSince(db::Connection& connection, const Uuid& report) {
    const auto inventory = db::findInventory(connection, report);
    if (!inventory || inventory->unit.empty()) return {};
    db::tieBench(connection, report, inventory->unit);
    return inventory->unit;
}

http::Reply hear(db::Pool& pool, http::EventStreams& streams, const http::Request& request) {
    const auto report = Uuid::parse(request.parameter("report"));
    if (!report)
        return http::Reply::problem(Refusal(refusals::badParameter, {{"name", "report"}, {"why", "UUID"}}),
                                    request.language);
    const auto state = wire::readJson(request.body);
    if (!state) return http::Reply::problem(state.refusal(), request.language);
    if (auto fits = checkBenchState(*state); !fits)
        return http::Reply::problem(fits.refusal(), request.language);
    const auto connection = pool.take();
    db::Bench bench;
    bench.report = *report;
    bench.site = request.caller.site;
    bench.sender = request.caller.id;
    bench.seenAt = request.receivedAt;
    bench.state = canonicalJson(*state);
    if (!db::saveBench(*connection, bench))
        return http::Reply::problem(Refusal(refusals::notAllowed), request.language);
    bench = *db::findBench(*connection, *report);
    if (bench.unit.empty()) bench.unit = tiedSince(*connection, *report);
    streams.publish(benchChannel(bench.site), std::to_string(bench.seenAt),
                    canonicalJson(benchJson(bench, request.receivedAt)));
    return http::Reply::json(orders(*connection, bench, request.receivedAt));
}

constexpr std::string_view testFields = "id=uuid! job=uuid! tests=object! defects=object tool=text";

/// Those that its job asks for, and no others.
Value askedOf(const Value& tests, const db::Job& job) {
    const Value document = readCanonical(job.document);
    Value asked = Value::Object{};
    for (const auto& [test, result] : tests.object())
        if (std::ranges::find(document["tests"].array(), Value(test)) != document["tests"].array().end())
            asked[test] = result;
    return asked;
}

/// The answers of a machine's own tests, in the name of who made its job.
http::Reply takeTests(db::Pool& pool, SendCommands& commands, const http::Request& request) {
    const auto no = [&](const Refusal& refusal) { return http::Reply::problem(refusal, request.language); };
    const auto body = wire::readJson(request.body);
    if (!body) return no(body.refusal());
    if (auto fits = checkMembers(testFields, *body, ""); !fits) return no(fits.refusal());
    const auto report = Uuid::parse(request.parameter("report"));
    const auto job = db::findJob(*pool.take(), *Uuid::parse(body->textOr("job")));
    if (!job || !report || job->report != *report || job->site != request.caller.site)
        return no(Refusal(refusals::unknownBench));
    wire::ReadCommand read;
    read.command.id = *Uuid::parse(body->textOr("id"));
    read.command.at = request.receivedAt;
    read.command.station = request.caller.station.value_or("test");
    read.command.kind = "record_test";
    read.command.subject = job->unit;
    read.command.data = Value::Object{{"tests", askedOf((*body)["tests"], *job)}};
    if (read.command.data["tests"].object().empty())
        return no(Refusal(refusals::badData, {{"field", "tests"}}));
    for (const auto* member : {"defects", "tool"})
        if (body->has(member)) read.command.data[member] = std::as_const(*body)[member];
    read.content = canonicalJson(*body);
    const auto reply = commands.sendFor(request, std::move(read), job->actor);
    if (!reply) return no(reply.refusal());
    if (!reply->accepted) return http::Reply::problem(*reply, request.language);
    return http::Reply::json(toValue(*reply));
}

http::Reply list(db::Pool& pool, const http::Request& request) {
    Value::Array rows;
    for (const db::Bench& bench :
         db::listBenches(*pool.take(), request.caller.site, request.receivedAt - benchMemory, mostBenches))
        rows.push_back(benchJson(bench, request.receivedAt));
    return http::Reply::json(Value::Object{{"benches", rows}});
}

}  // namespace

Value benchJson(const db::Bench& bench, Milliseconds now) {
    return Value::Object{{"report", bench.report.text()},
                         {"unit", bench.unit.empty() ? Value() : Value(bench.unit)},
                         {"came_at", formatTime(bench.cameAt)},
                         {"seen_at", formatTime(bench.seenAt)},
                         {"silent", now - bench.seenAt > benchSilence},
                         {"state", readCanonical(bench.state)}};
}

std::string benchChannel(std::string_view site) {
    return "benches:" + std::string(site);
}

void addBenchRoutes(http::Router& router, db::Pool& pool, http::EventStreams& streams,
                    SendCommands& commands) {
    router.add({"POST", "/api/v1/benches/{report}",
                [&](const http::Request& request) { return hear(pool, streams, request); }, largestState});
    router.add({"POST", "/api/v1/benches/{report}/tests",
                [&](const http::Request& request) { return takeTests(pool, commands, request); },
                largestState});
    router.add({"GET", "/api/v1/benches", [&](const http::Request& request) { return list(pool, request); }});
    router.add({"GET", "/api/v1/benches/stream", [](const http::Request& request) {
                    return http::Reply::eventStream(benchChannel(request.caller.site));
                }});
}

}  // namespace remise::workshop
