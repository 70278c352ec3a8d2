#include <QDateTime>

#include "server/domain/kinds.h"
#include "server/domain/refusals.h"
#include "terminal/scan_rules.h"
#include "terminal/unit_work.h"

/// The part of a unit's work that speaks to the ledger.
namespace remise::terminal {

using domain::Refusal;
namespace refusals = domain::refusals;

void UnitWork::save() {
    std::vector<domain::Command> commands;
    for (Draft& draft : m_player->drafts())
        commands.push_back(commandFor(std::move(draft)));
    if (!send(std::move(commands))) m_phase = Phase::refused;
    emit changed();
}

domain::Command UnitWork::commandFor(Draft draft) const {
    domain::Command command;
    command.at = QDateTime::currentMSecsSinceEpoch();
    command.id = domain::Uuid::v7(command.at);
    command.worker = m_badge;
    command.station = m_player->procedure().station;
    command.kind = std::move(draft.kind);
    command.subject = std::move(draft.subject);
    command.data = std::move(draft.data);
    return command;
}

/// False when nothing was done: it may not be now, or could not be kept.
bool UnitWork::send(std::vector<domain::Command> commands) {
    const Knowledge::Outlook outlook = m_knowledge.foresee(commands);
    std::vector<domain::Uuid> added;
    for (const domain::Command& command : commands)
        added.push_back(command.id);
    m_inHand.insert(added.begin(), added.end());
    const auto last = commands.empty() ? domain::Command() : commands.back();
    const auto kept = outlook.verdict ? m_outbox.add(std::move(commands)) : outlook.verdict;
    if (!kept) {
        for (const domain::Uuid& id : added)
            m_inHand.erase(id);
        m_trouble = troubleOf(kept.refusal(), m_client.language());
        return false;
    }
    m_knowledge.moveOn(outlook);
    m_phase = Phase::saving;
    m_trouble.reset();
    m_lastKind = last.kind;
    m_lastSubject = last.subject;
    m_client.isAway() ? stopWaiting() : m_patience.start();
    return true;
}

/// What is kept is done, for all that may be done without the server.
void UnitWork::stopWaiting() {
    if (m_phase != Phase::saving || mustWait()) return;
    m_phase = Phase::kept;
    m_result = m_knowledge.view(m_lastSubject).value_or(domain::SubjectView{m_lastSubject, "", "", 0});
    emit changed();
}

/// People may act on most commands before the answer is there; some the server must have agreed to first.
bool UnitWork::mustWait() const {
    const domain::KindRow* row = domain::kindNamed(m_lastKind);
    return row && row->offline == domain::Offline::waits;
}

void UnitWork::heard(const domain::CommandReply& reply) {
    if (m_inHand.erase(reply.id) > 0) {
        heardInHand(reply);
    } else if (const auto left = m_left.extract(reply.id)) {
        heardLate(reply, left.mapped());
    } else {
        if (!reply.accepted) m_outbox.letGo(reply.id);  // no screen has it
        return;
    }
    emit changed();
}

/// The unit is saved when all of its commands are accepted.
void UnitWork::heardInHand(const domain::CommandReply& reply) {
    if (reply.accepted)
        m_result = reply.subject;
    else
        m_refused.push_back(reply);
    if (!m_inHand.empty()) return;
    if (m_refused.empty()) {
        if (m_lastSubject == m_label.unit) m_label = {};
        m_phase = Phase::saved;
        m_trouble.reset();  // "keep it here" is over
        return;
    }
    m_phase = m_lastKind == "undo" ? Phase::saved : Phase::refused;
    m_trouble = Trouble{m_refused.front().refusalCode, m_refused.front().refusalMessage};
    // What was refused never happened: to undo it would take an older answer back.
    m_lastKind.clear();
}

void UnitWork::heardLate(const domain::CommandReply& reply, const std::string& subject) {
    if (reply.accepted) return;
    if (subject == m_lastSubject) m_lastKind.clear();
    const std::string about = subject.empty() ? "" : groupedCode(subject) + ". ";
    m_late.push_back({reply.refusalCode, about + reply.refusalMessage});
}

/// The unit leaves the hand. What is refused of it from now on, the leader hears.
void UnitWork::letGo() {
    stepAway();
    for (const domain::Uuid& command : m_inHand)
        m_left[command] = m_lastSubject;
    m_inHand.clear();
    m_refused.clear();
    if ((m_phase == Phase::saving || isDone()) && m_lastSubject == m_label.unit) m_label = {};
}

void UnitWork::stepAway() {
    for (const domain::Uuid& command : m_inHand)
        m_outbox.letGo(command);
    for (const domain::CommandReply& reply : m_refused)
        m_outbox.letGo(reply.id);
}

/// The refusal was on the screen, and was understood. While more is unanswered it has not been there yet.
void UnitWork::settleRefused() {
    if (!m_inHand.empty()) return;
    for (const domain::CommandReply& reply : m_refused)
        m_outbox.settle(reply.id);
    m_refused.clear();
}

void UnitWork::undo() {
    settleRefused();
    m_trouble.reset();
    if (m_phase == Phase::saving || m_phase == Phase::ordering) return complain(Refusal(refusals::keepHere));
    if (!knownAs().empty()) {
        m_order = {};
        return emit changed();
    }
    if (m_phase == Phase::fetching) {
        stopAsking();
        m_heldScan.reset();
        m_phase = Phase::card;
        if (card()->ask == Ask::scan) return emit changed();
    }
    if (awaitsLabel() && m_label.ask == Ask::reprint)  // two of them are about until it is on its machine
        return complain(Refusal(refusals::labelNotScanned, {{"code", groupedCode(m_label.code)}}));
    const bool within = !isDone() && m_player->stepBack();
    if (within) return goOn();
    if (m_lastKind.empty() || m_lastKind == "undo") return complain(Refusal(refusals::nothingAnswered));
    const domain::KindRow* row = domain::kindNamed(m_lastKind);
    if (!row || row->undo == domain::Undo::never) return complain(Refusal(refusals::notUndoable));
    send({commandFor({"undo", m_lastSubject, domain::Value(domain::Value::Object{})})});
    emit changed();
}

}  // namespace remise::terminal
