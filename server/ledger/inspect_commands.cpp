#include "server/ledger/inspect_commands.h"

#include "server/domain/canonical.h"
#include "server/domain/codes.h"
#include "server/proof/chain.h"

namespace remise::ledger {
namespace {

using namespace domain;

constexpr int page = 2000;

Digest hashOf(const db::StoredCommand& row) {
    return proof::commandHash(
        {row.id, row.content, row.sender, row.claimedAt, row.correctedAt, row.recordedAt, row.reply});
}

/// The reply says only "unit", whatever it is: the shape of the code tells.
Subject subjectOf(std::string_view code) {
    const auto kind = codeKind(code);
    if (kind == CodeKind::unit) return Subject::unit;
    if (kind == CodeKind::drive) return Subject::drive;
    return kind == CodeKind::container ? Subject::container : Subject::request;
}

}  // namespace

CommandInspection::Answered CommandInspection::read(db::StoredCommand row) {
    Answered answered{std::move(row), {}};
    if (hashOf(answered.row) != answered.row.hash) return answered;
    try {
        answered.reply = replyFrom(readCanonical(answered.row.reply));
    } catch (const NotCanonical&) {
        answered.reply.reset();
    }
    if (answered.reply && answered.reply->id != answered.row.id) answered.reply.reset();
    return answered;
}

void CommandInspection::load(const std::vector<db::StoredEvent>& events) {
    std::set<Uuid> ids;
    for (const db::StoredEvent& event : events)
        ids.insert(event.event.command);
    m_page.clear();
    for (db::StoredCommand& row : db::readCommands(m_connection, {ids.begin(), ids.end()})) {
        const Uuid id = row.id;
        m_page.emplace(id, read(std::move(row)));
    }
}

/// A row that is not whole is told of by the walk over the commands, once.
std::optional<std::string> CommandInspection::add(const db::StoredEvent& stored, std::string_view code) {
    const Event& event = stored.event;
    const std::string name = "event " + std::to_string(event.seq);
    const auto found = m_page.find(event.command);
    if (found == m_page.end()) return name + " comes from no accepted command";
    const Answered& command = found->second;
    if (!command.reply) return {};
    if (!command.reply->accepted) return name + " comes from no accepted command";
    if (command.row.recordedAt != event.recordedAt || command.row.claimedAt != event.at)
        return name + " has another time than its command";
    const auto& subject = command.reply->subject;
    if (!subject || subject->code != code || subject->version != event.seq) return {};
    ++m_answersMet;
    if (subject->stage != event.stageAfter) return name + " leads elsewhere than its command's reply says";
    return {};
}

std::optional<std::string> CommandInspection::wrongWith(const Answered& command) const {
    if (command.reply) return {};
    if (hashOf(command.row) != command.row.hash) return "does not have its hash";
    return "its reply cannot be read";
}

/// Looks for the event that the command was answered with.
std::optional<std::string> CommandInspection::missingEvent(const Answered& command,
                                                           const BrokenHistories& broken) {
    const auto& subject = command.reply->subject;
    if (!subject) return "was accepted, and its reply names nothing that it happened to";
    const Subject kind = subjectOf(subject->code);
    const auto id = m_codes.id(kind, subject->code);
    if (id && broken.contains({kind, *id})) return {};
    const auto events = id ? db::readEventsAfter(m_connection, kind, *id, subject->version - 1, 1)
                           : std::vector<db::StoredEvent>();
    if (!events.empty() && events.front().entity == *id && events.front().event.seq == subject->version &&
        events.front().event.command == command.row.id)
        return {};
    return "was accepted, but event " + std::to_string(subject->version) + " of " + subject->code +
           " is not its";
}

/// As many answers as events that they tell of: then none is missing, and none has to be looked for.
std::vector<std::string> CommandInspection::walk(const BrokenHistories& broken,
                                                 const std::function<void(std::uint64_t)>& progress) {
    std::vector<std::string> faults;
    std::uint64_t accepted = 0;
    const auto each = [&](auto look) {
        std::optional<Uuid> last;
        for (;;) {
            auto rows = db::readCommandsAfter(m_connection, last, page);
            if (rows.empty()) return;
            last = rows.back().id;
            progress(rows.size());
            for (db::StoredCommand& row : rows) {
                const Answered command = read(std::move(row));
                if (const std::optional<std::string> wrong = look(command))
                    faults.push_back("command " + command.row.id.text() + ": " + *wrong);
            }
        }
    };
    each([&](const Answered& command) {
        accepted += command.reply && command.reply->accepted;
        return wrongWith(command);
    });
    if (accepted != m_answersMet)
        each([&](const Answered& command) -> std::optional<std::string> {
            if (!command.reply || !command.reply->accepted) return {};
            return missingEvent(command, broken);
        });
    return faults;
}

}  // namespace remise::ledger
