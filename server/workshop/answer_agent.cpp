#include "server/workshop/answer_agent.h"

#include <algorithm>

#include "drivers/reports/compressed.h"
#include "drivers/reports/ocs_inventory.h"
#include "drivers/reports/read_inventory.h"
#include "server/domain/refusals.h"
#include "server/identity/rights.h"
#include "server/identity/tries.h"
#include "server/workshop/keep_inventory.h"

namespace remise::workshop {

using namespace domain;
using namespace drivers::reports;

namespace {

constexpr identity::TryLimit agentReports{"agent report", 60, identity::anHour};

/// How often an agent that stays on a machine asks again, in hours.
constexpr std::string_view sendNow = "<PROLOG_FREQ>24</PROLOG_FREQ><RESPONSE>SEND</RESPONSE>";

bool hasDoctype(std::string_view xml) {
    static constexpr std::string_view mark = "<!doctype";
    return std::search(xml.begin(), xml.end(), mark.begin(), mark.end(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b;
           }) != xml.end();
}

http::Reply no(const Refusal& refusal, const http::Request& request) {
    return http::Reply::problem(refusal, request.language);
}

/// The members of a REPLY, as this agent understands them.
http::Reply say(const std::string& members, ReportFormat format, int status) {
    const std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<REPLY>" + members + "</REPLY>\n";
    auto reply = format == ReportFormat::zlib
                     ? http::Reply::bytes("application/x-compress-zlib", packZlib(xml))
                     : http::Reply::bytes("application/xml", xml);
    reply.status = status;
    return reply;
}

/// What goes past a limit is refused; what is only wrong is kept.
bool isPastLimit(const Refusal& refusal) {
    return refusal.code() == refusals::tooLarge.code || refusal.code() == refusals::hasDoctype.code ||
           refusal.code() == refusals::reportTooDeep.code;
}

/// What the agent asks, where it asks in the way of agents.
Outcome<std::string> questionOf(const http::Request& request, ReportFormat format) {
    if (format != ReportFormat::zlib)
        return hasDoctype(request.body) ? Refusal(refusals::hasDoctype) : readOcsQuery(request.body);
    const auto text = unpackZlib(request.body);
    if (!text) return text.refusal();
    return hasDoctype(*text) ? Refusal(refusals::hasDoctype) : readOcsQuery(*text);
}

}  // namespace

bool AnswerAgent::mayCome(const http::Request& request) const {
    return identity::comesFromThisMachine(request) || m_networks.contain(request.remote);
}

http::Reply AnswerAgent::operator()(const http::Request& request) const {
    const auto format = detectFormat(request.body);
    const bool isXml = format == ReportFormat::xml || format == ReportFormat::zlib;
    if (!mayCome(request) || request.queryValue("unit") || !isXml)
        return no(Refusal(refusals::signInNeeded), request);
    if (const auto one =
            identity::Try::begin(m_pool, m_secret, {{agentReports, request.remote}}, request.receivedAt);
        !one)
        return no(one.refusal(), request);
    const auto question = questionOf(request, format);
    if (!question && isPastLimit(question.refusal())) return no(question.refusal(), request);
    if (question && *question == "PROLOG") return say(std::string(sendNow), format, 200);

    auto report = receivedInventory(request, Uuid::v7(request.receivedAt));
    describeInventory(report, readInventory(request.body));
    const auto connection = m_pool.take();
    if (const auto waiting = db::findWaitingInventory(*connection, report.sha256)) report.id = waiting->id;
    db::keepInventory(*connection, report);
    const std::string id = report.id.text(), state(db::reportStateName(report.state));
    if (!question) return http::Reply::json(Value::Object{{"report", id}, {"state", state}}, 202);
    return say(
        "<RESPONSE>NO_ACCOUNT_UPDATE</RESPONSE><REPORT>" + id + "</REPORT><STATE>" + state + "</STATE>",
        format, 202);
}

}  // namespace remise::workshop
