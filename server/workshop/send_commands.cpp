#include "server/workshop/send_commands.h"

#include <algorithm>
#include <utility>

#include "db/association_store.h"
#include "db/command_store.h"
#include "db/location_store.h"
#include "db/product_store.h"
#include "db/request_store.h"
#include "server/domain/codes.h"
#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "server/identity/authenticate.h"
#include "server/identity/notice.h"
#include "server/identity/rights.h"
#include "server/proof/sha256.h"

namespace remise::workshop {

using namespace domain;

namespace {

/// `at` by our clock: a sender's `Remise-Clock` header tells how far its own is off; never later than now.
Milliseconds correctedTime(const http::Request& request, Milliseconds claimed) {
    const auto theirNow = parseTime(request.header("remise-clock"));
    const Milliseconds skew = theirNow ? request.receivedAt - *theirNow : 0;
    return std::min(claimed + skew, request.receivedAt);
}

void forget(Value& data, std::string_view name) {
    if (data.isObject()) data.object().erase(std::string(name));
}

constexpr std::size_t longestNote = 4000;

}  // namespace

Outcome<Answers> SendCommands::send(const http::Request& request) {
    auto read = wire::readCommands(request.body, request.receivedAt);
    if (!read) return read.refusal();
    identity::noticeClock(m_alerts, request);
    const auto restoredTo = m_counters.restoredTo(request, numbersOf(*read));
    std::vector<ledger::Submission> submissions;
    submissions.reserve(read->size());
    const auto answered = answeredWithPin(*read);
    for (wire::ReadCommand& command : *read) {
        const Pins pins = answered.contains(command.command.id) ? Pins::answeredBefore : Pins::checked;
        submissions.push_back(prepare(request, std::move(command), pins));
    }
    auto replies = submit(request, std::move(submissions));
    if (!replies) return replies.refusal();
    return Answers{std::move(*replies), restoredTo};
}

Outcome<CommandReply> SendCommands::send(const http::Request& request, wire::ReadCommand command) {
    std::vector<ledger::Submission> one;
    one.push_back(prepare(request, std::move(command)));
    auto replies = submit(request, std::move(one));
    if (!replies) return replies.refusal();
    return std::move(replies->front());
}

Outcome<CommandReply> SendCommands::sendFor(const http::Request& request, wire::ReadCommand read,
                                            const Uuid& lastingActor) {
    ledger::Submission submission;
    submission.content = proof::sha256(read.content);
    submission.correctedAt = correctedTime(request, read.command.at);
    submission.command = std::move(read.command);
    submission.sender = {request.caller.id, {}, request.language};
    Author& author = submission.sender.author;
    author.role = Role::system;
    author.actor = author.lastingActor = lastingActor;
    author.site = request.caller.site;
    std::vector<ledger::Submission> one;
    one.push_back(std::move(submission));
    auto replies = submit(request, std::move(one));
    if (!replies) return replies.refusal();
    return std::move(replies->front());
}

Outcome<std::vector<CommandReply>> SendCommands::submit(const http::Request& request,
                                                        std::vector<ledger::Submission> submissions) {
    auto replies = m_writer.submit(std::move(submissions));
    if (replies)
        for (const CommandReply& reply : *replies)
            if (reply.refusalCode == refusals::idReused.code)
                identity::noticeReusedId(m_alerts, request, reply.id);
    return replies;
}

/// A command that comes again gets its answer again; its PIN is no second try.
std::set<Uuid> SendCommands::answeredWithPin(const std::vector<wire::ReadCommand>& commands) {
    std::vector<Uuid> withPin;
    for (const wire::ReadCommand& read : commands)
        if (read.command.data.has("pin") || std::as_const(read.command.data)["second"].isObject())
            withPin.push_back(read.command.id);
    std::set<Uuid> answered;
    if (withPin.empty()) return answered;
    for (const auto& command : db::findCommands(*m_pool.take(), withPin))
        answered.insert(command.id);
    return answered;
}

ledger::Submission SendCommands::prepare(const http::Request& request, wire::ReadCommand read, Pins pins) {
    ledger::Submission submission;
    submission.content = proof::sha256(read.content);
    submission.correctedAt = correctedTime(request, read.command.at);
    submission.refusedBefore = std::move(read.refusal);
    submission.command = std::move(read.command);
    Command& command = submission.command;
    command.subject = normaliseScan(command.subject);
    submission.sender.id = request.caller.id;
    submission.sender.language = request.language;
    submission.sender.author.site = request.caller.site;
    if (submission.refusedBefore) return submission;
    if (auto signed_ = sign(request, command, submission.sender.author, pins); !signed_)
        submission.refusedBefore = signed_.refusal();
    else if (auto filled = fillIn(submission); !filled)
        submission.refusedBefore = filled.refusal();
    return submission;
}

/// Puts pseudonyms where badges and PINs were: none of these ever reaches the ledger.
Verdict SendCommands::sign(const http::Request& request, Command& command, Author& author, Pins pins) {
    const http::Caller& caller = request.caller;
    author = {};
    author.role = caller.role.value_or(Role::terminal);
    author.actor = caller.actor;
    author.lastingActor = caller.lastingActor;
    author.site = caller.site;
    author.association = Uuid::parse(caller.association).value_or(Uuid{});
    identity::BadgeHolder person;
    person.person = caller.id;
    person.site = caller.site;
    if (caller.role == Role::terminal) {
        if (command.worker.empty()) return Refusal(refusals::missingData, {{"field", "worker"}});
        auto holder = m_badges.resolve(command.worker, caller.site, request.receivedAt);
        if (!holder) {
            identity::noticeBadge(m_alerts, request, holder.refusal());
            return holder.refusal();
        }
        person = *holder;
        author.role = person.role;
        author.actor = person.actors.ofTheDay;
        author.lastingActor = person.actors.lasting;
    }
    auto station = identity::stationFor(caller, command.station);
    if (!station) return station.refusal();
    command.station = *station;
    if (auto right = identity::maySend(author.role, command.kind); !right) return right;
    if (pins == Pins::answeredBefore) {
        forget(command.data, "second");
    } else if (command.data.has("pin")) {
        if (auto pin = m_badges.checkPin(person.person, command.data.textOr("pin"), request.receivedAt); !pin)
            return pin;
        author.pinChecked = true;
    }
    forget(command.data, "pin");
    if (const Value second = std::as_const(command.data)["second"]; second.isObject()) {
        auto other = m_badges.secondSignature(second.textOr("badge"), second.textOr("pin"), person,
                                              request.receivedAt);
        if (!other) return other.refusal();
        author.second = other->actors.lasting;
        command.data["second"] = author.second.text();
    } else if (!second.isNull()) {
        return Refusal(refusals::badData, {{"field", "second"}});
    }
    return {};
}

/// What stands in our own tables: the catalogue's price, the shelf behind a code, a remark's text.
Verdict SendCommands::fillIn(ledger::Submission& submission) {
    Command& command = submission.command;
    Value& data = command.data;
    const Value& said = command.data;  // reading a member of `data` that is not there would make it
    if (command.kind == "note" && said["text"].isText()) {
        const std::string text = said["text"].text();
        if (text.empty() || text.size() > longestNote) return Refusal(refusals::badData, {{"field", "text"}});
        submission.note = text;
        data["note"] = command.id.text();
        forget(data, "text");
    }
    if (said["location"].isText()) {
        const std::string code = normaliseScan(said["location"].text());
        data["location"] = code;
        const auto connection = m_pool.take();
        const auto shelf = codeKind(code) == CodeKind::location ? db::findLocation(*connection, code)
                                                                : std::optional<db::Location>();
        if (codeKind(code) == CodeKind::location && !shelf)
            return Refusal(refusals::unknownCode, {{"code", code}});
        const std::string& here = submission.sender.author.site;
        if (shelf && !here.empty() && shelf->site != here)
            return Refusal(refusals::locationElsewhere, {{"location", shelf->name}});
    }
    if (command.kind == "validate") {
        // Public libraries order first and pay after delivery.
        const auto connection = m_pool.take();
        const auto asked = db::findRequest(*connection, command.subject);
        const auto association = asked ? db::findAssociation(*connection, asked->association) : std::nullopt;
        if (association && association->legalKind == "public_library") data["pay_later"] = true;
    }
    if (command.kind == "stock" && said["product"].isText()) {
        const auto connection = m_pool.take();
        const auto product = db::findProduct(*connection, said["product"].text());
        if (!product) return Refusal(refusals::unknownProduct);
        if (!data.has("price_cents")) data["price_cents"] = product->priceCents;
        if (!data.has("warranty_months")) data["warranty_months"] = std::int64_t{product->warrantyMonths};
        if (!data.has("channel")) data["channel"] = "solidatech";
    }
    return {};
}

}  // namespace remise::workshop
