#include "server/wire/command_json.h"

#include <algorithm>
#include <utility>

#include "server/domain/refusals.h"
#include "server/wire/json.h"

namespace remise::wire {
namespace {

using namespace domain;

constexpr std::size_t longestText = 255;
constexpr std::size_t largestCommand = 256
                                       << 10;  // a tool's report with everything it found is a tenth of it

Refusal bad(std::string_view field) {
    return Refusal(refusals::badData, {{"field", std::string(field)}});
}

/// A short text without NULs; absent is empty.
bool readText(const Value& element, std::string_view name, std::string& into) {
    const Value& value = element[name];
    if (value.isNull()) return true;
    if (!value.isText() || value.text().size() > longestText || value.text().find('\0') != std::string::npos)
        return false;
    into = value.text();
    return true;
}

/// Whatever is wrong with one element refuses that element alone; what could be read of it stays.
std::optional<Refusal> readElement(const Value& element, Milliseconds now, Command& command) {
    static constexpr std::string_view known[] = {"id",   "at",      "worker", "station", "kind",
                                                 "unit", "expects", "after",  "data",    "counter"};
    if (!readText(element, "worker", command.worker)) return bad("worker");
    if (!readText(element, "station", command.station)) return bad("station");
    if (!readText(element, "kind", command.kind)) return bad("kind");
    if (!readText(element, "unit", command.subject)) return bad("unit");
    command.at = now;
    if (element.has("at")) {
        const auto at = element["at"].isText() ? parseTime(element["at"].text()) : std::nullopt;
        if (!at) return bad("at");
        command.at = *at;
    }
    if (element.has("expects")) {
        if (!element["expects"].isInteger()) return bad("expects");
        command.expects = element["expects"].integer();
    }
    if (element.has("after")) {
        command.after = element["after"].isText() ? Uuid::parse(element["after"].text()) : std::nullopt;
        if (!command.after) return bad("after");
    }
    if (element.has("counter")) {
        if (!element["counter"].isInteger() || element["counter"].integer() < 1) return bad("counter");
        command.counter = element["counter"].integer();
    }
    command.data = element["data"];
    for (const auto& [name, value] : element.object())
        if (std::find(std::begin(known), std::end(known), name) == std::end(known))
            return Refusal(refusals::unknownData, {{"field", name}});
    return {};
}

/// The same command, however late it is sent: this is no part of its content.
std::optional<Refusal> takeLate(Value& element, Command& command) {
    const Value late = std::as_const(element)["late"];
    if (element.isObject()) element.object().erase("late");
    if (late.isNull()) return {};
    if (!late.isBool()) return bad("late");
    command.isLate = late.boolean();
    return {};
}

}  // namespace

Outcome<std::vector<ReadCommand>> readCommands(std::string_view body, Milliseconds now) {
    auto json = readJson(body);
    if (!json) return json.refusal();
    if (!json->isArray()) return Refusal(refusals::badShape, {{"why", "[…]"}});
    if (json->array().size() > mostCommandsInARequest)
        return Refusal(refusals::tooLarge, {{"limit", std::to_string(mostCommandsInARequest)}});
    std::vector<ReadCommand> commands;
    commands.reserve(json->array().size());
    for (Value& element : json->array()) {
        const auto id = Uuid::parse(element.textOr("id"));
        if (!id)
            return Refusal(refusals::badShape, {{"why", "[" + std::to_string(commands.size()) + "].id"}});
        element["id"] = id->text();  // written in capitals it is the same id, and the same content
        ReadCommand read;
        read.command.id = *id;
        const auto badLate = takeLate(element, read.command);
        read.content = canonicalJson(element);
        read.refusal = badLate ? badLate : readElement(element, now, read.command);
        if (read.content.size() > largestCommand)
            read.refusal =
                Refusal(refusals::tooLarge, {{"limit", std::to_string(largestCommand >> 10) + " KiB"}});
        commands.push_back(std::move(read));
    }
    return commands;
}

std::string writeCommands(const std::vector<Command>& commands) {
    Value::Array array;
    for (const Command& command : commands) {
        Value value =
            Value::Object{{"id", command.id.text()}, {"at", formatTime(command.at)}, {"kind", command.kind}};
        if (!command.worker.empty()) value["worker"] = command.worker;
        if (!command.station.empty()) value["station"] = command.station;
        if (!command.subject.empty()) value["unit"] = command.subject;
        if (command.expects) value["expects"] = *command.expects;
        if (command.after) value["after"] = command.after->text();
        if (command.counter) value["counter"] = *command.counter;
        if (command.isLate) value["late"] = true;
        if (!command.data.isNull()) value["data"] = command.data;
        array.push_back(std::move(value));
    }
    return canonicalJson(array);
}

std::string writeReplies(const std::vector<CommandReply>& replies) {
    Value::Array array;
    for (const CommandReply& reply : replies)
        array.push_back(toValue(reply));
    return canonicalJson(array);
}

Outcome<std::vector<CommandReply>> readReplies(std::string_view body) {
    auto json = readJson(body);
    if (!json) return json.refusal();
    if (!json->isArray()) return Refusal(refusals::badShape, {{"why", "[…]"}});
    std::vector<CommandReply> replies;
    for (const Value& element : json->array()) {
        auto reply = replyFrom(element);
        if (!reply) return Refusal(refusals::badShape, {{"why", "[" + std::to_string(replies.size()) + "]"}});
        replies.push_back(std::move(*reply));
    }
    return replies;
}

}  // namespace remise::wire
