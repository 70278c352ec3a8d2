#include "tests/terminal/workbench.h"

#include "server/wire/command_json.h"

using remise::domain::canonicalJson;
using remise::domain::CommandReply;
using remise::domain::Value;

Workbench::Workbench() {
    server.answer = [this](const SmallServer::Asked& asked) { return answer(asked); };
    Value::Array procedures;
    for (const std::string& station : floor_of::stations())
        procedures.push_back(floor_of::procedureJson(station));
    shell.takeProcedures(procedures);
    waitUntil([&] {
        const auto known = printers.known();
        return !known.empty() && known.front().state.has_value();
    });
    printers.keepLook("unit", *printers.placeOf("unit"));  // somebody has looked at today's first label
    QObject::connect(&printing, &remise::terminal::Printing::printed,
                     [this](const QString& code) { paper.printed.push_back(code.toStdString()); });
}

SmallServer::Said Workbench::answer(const SmallServer::Asked& asked) {
    if (isAway) return {.hangsUp = true};
    for (const auto& [code, unit] : histories)
        if (asked.path == "/api/v1/units/" + code) return {200, canonicalJson(unit)};
    if (asked.path == "/api/v1/badge" && asked.body.find(floor_of::badge) != std::string::npos)
        return {200, R"({"name":"hirondelle","role":")" + role + R"(","language":")" + language + R"("})"};
    if (asked.path == "/api/v1/badge" && asked.body.find(floor_of::otherBadge) != std::string::npos)
        return {200, R"({"name":"martinet","role":"worker","language":"fr"})"};
    if (asked.path == "/api/v1/badge")
        return {403, R"({"code":"badge_unknown","detail":"Ce badge n'est pas connu."})"};
    if (asked.path == "/api/v1/codes/lease") {
        const std::string code = codes.front();
        if (codes.size() > 1) codes.pop_front();
        return {200, R"({"codes":[")" + code + R"("],"public_url":"http://here"})"};
    }
    if (asked.path == "/api/v1/pick-list") {
        Value list;
        list["units"] = picks;
        return {200, canonicalJson(list)};
    }
    if (asked.path == "/api/v1/benches") return {200, canonicalJson(Value::Object{{"benches", benches}})};
    if (asked.path == "/api/v1/benches/stream") return {200, told};
    if (asked.path == "/api/v1/jobs") return answerJob(floor_of::readJson(asked.body));
    for (const std::string& code : {floor_of::unit, floor_of::otherUnit}) {
        if (asked.path != "/api/v1/units/" + code) continue;
        Value laptop = floor_of::laptop(next);
        laptop["code"] = code;
        laptop["drives"] = drives;
        return {200, canonicalJson(laptop)};
    }
    if (asked.path == "/api/v1/commands") return answerCommands(asked);
    return {404, R"({"code":"not_found","detail":"Rien."})"};
}

SmallServer::Said Workbench::answerJob(const Value& job) {
    jobs.push_back(job);
    const bool isConfirmed = knownAs.empty() || job.has("beside");
    if (!isConfirmed)
        return {409, canonicalJson(Value::Object{{"code", "machine_known"},
                                                 {"codes", knownAs},
                                                 {"detail", "Cette machine est déjà connue."}})};
    if (!refuses.empty()) return {409, canonicalJson(Value::Object{{"code", refuses}, {"detail", refuses}})};
    return {201, canonicalJson(job)};
}

SmallServer::Said Workbench::answerCommands(const SmallServer::Asked& asked) {
    std::vector<CommandReply> replies;
    const auto commands = remise::wire::readCommands(asked.body, 0);
    for (const auto& read : *commands) {
        sent.push_back(read.command);
        const auto own = refusals.find(read.command.subject);
        const std::string refusal = own == refusals.end() ? refuses : own->second;
        CommandReply reply;
        reply.id = read.command.id;
        reply.accepted = refusal.empty();
        reply.refusalCode = reply.refusalMessage = refusal;
        if (reply.accepted) {
            reply.subject.emplace();
            reply.subject->code = read.command.subject;
            reply.subject->stage = "in_work";
            reply.subject->next = "test";
        }
        replies.push_back(reply);
    }
    return {200, remise::wire::writeReplies(replies)};
}

int Workbench::waiting() const {
    int labels = 0;
    for (const auto& known : printers.known())
        labels += known.waiting;
    return labels;
}

void Workbench::waitForLayout(const char* layout) {
    waitUntil([&] { return shell.work()->layout() == layout; });
}

void Workbench::signIn(const char* station) {
    scan(floor_of::badge);
    waitUntil([&] { return shell.screen() == "stations"; });
    shell.openStation(station);
}

void Workbench::sortUnit(const std::string& unit) {
    scan(unit);
    waitForLayout("choice");
    for (int answers = 0; answers < 3; ++answers)
        shell.work()->answer(0);
}

void Workbench::receiveUntil(const std::function<bool()>& reached) {
    waitUntil([&] { return !server.asked.empty(); });
    signIn("reception");
    for (int answer = 0; answer < 3; ++answer)
        shell.work()->answer(answer == 2 ? 1 : 0);
    scan("LOT-2026-11");
    waitUntil([&] {
        if (card() == "category" && layout() == "choice") shell.work()->answer(0);
        if (card() == "serial" && layout() == "scan") scan("S/N: PF0ABCDE");
        if (refusal() == "no_label_codes") shell.settle();
        return reached();
    });
}

void Workbench::receiveUntilLabel() {
    receiveUntil([&] { return !paper.printed.empty(); });
}

void Workbench::receiveUntilTrouble(const std::string& code) {
    receiveUntil([&] { return refusal() == code; });
}
