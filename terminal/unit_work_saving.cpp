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
    m_phase = Phase::saving;
    m_trouble.reset();
    for (Draft& draft : m_player->drafts())
        send(draft.kind, draft.subject, std::move(draft.data));
    emit changed();
}

void UnitWork::send(const std::string& kind, const std::string& subject, domain::Value data) {
    domain::Command command;
    command.at = QDateTime::currentMSecsSinceEpoch();
    command.id = domain::Uuid::v7(command.at);
    command.worker = m_badge;
    command.station = m_player->procedure().station;
    command.kind = m_lastKind = kind;
    command.subject = m_lastSubject = subject;
    command.data = std::move(data);
    m_pending[command.id] = subject;
    m_outbox.add(std::move(command));
}

/// People may act on most commands before the answer is there; some the server must have agreed to first.
bool UnitWork::mustWait() const {
    const domain::KindRow* row = domain::kindNamed(m_lastKind);
    return row && row->offline == domain::Offline::waits;
}

bool UnitWork::isInHand(const std::string& subject) const {
    return m_phase == Phase::saving && subject == m_lastSubject;
}

void UnitWork::heard(const domain::CommandReply& reply) {
    const auto pending = m_pending.find(reply.id);
    if (pending == m_pending.end()) return;
    const std::string subject = pending->second;
    m_pending.erase(pending);
    reply.accepted ? takeAccepted(reply, subject) : takeRefused(reply, subject);
    emit changed();
}

void UnitWork::takeAccepted(const domain::CommandReply& reply, const std::string& subject) {
    if (subject == m_label.code) m_label = {};
    if (!isInHand(subject)) return;
    m_phase = Phase::saved;
    m_result = reply.subject;
    m_trouble.reset();  // "keep it here" is over
}

void UnitWork::takeRefused(const domain::CommandReply& reply, const std::string& subject) {
    const bool inHand = isInHand(subject);
    const bool wasUndo = m_lastKind == "undo";
    // What was refused never happened: to undo it would take an older answer back.
    if (subject == m_lastSubject) m_lastKind.clear();
    if (!inHand) {
        const std::string about = subject.empty() ? "" : groupedCode(subject) + ". ";
        m_late.push_back({reply.refusalCode, about + reply.refusalMessage});
        return;
    }
    m_phase = wasUndo ? Phase::saved : Phase::refused;
    m_trouble = Trouble{reply.refusalCode, reply.refusalMessage};
}

void UnitWork::undo() {
    m_trouble.reset();
    if (m_phase == Phase::saving) return complain(Refusal(refusals::keepHere));
    if (m_phase == Phase::fetching) {
        stopAsking();
        m_heldScan.clear();
        m_phase = Phase::card;
        if (card()->ask == Ask::scan) return emit changed();
    }
    const bool within = m_phase != Phase::saved && m_player->stepBack();
    if (within) return goOn();
    if (m_lastKind.empty() || m_lastKind == "undo") return complain(Refusal(refusals::nothingAnswered));
    const domain::KindRow* row = domain::kindNamed(m_lastKind);
    if (!row || row->undo == domain::Undo::never) return complain(Refusal(refusals::notUndoable));
    m_phase = Phase::saving;
    send("undo", m_lastSubject, domain::Value(domain::Value::Object{}));
    emit changed();
}

}  // namespace remise::terminal
