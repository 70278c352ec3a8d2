#include "server/domain/refusals.h"
#include "terminal/card_view.h"
#include "terminal/shell.h"

/// Who is at the terminal: badges, and when somebody has left.
namespace remise::terminal {

using domain::Value;
namespace refusals = domain::refusals;

/// From the scan of another's badge on, nothing is done in the name of whoever was here.
void Shell::signIn(const std::string& badge) {
    endCheck();
    m_trouble.reset();
    if (m_worker.isEmpty() || badge != m_badge) {
        m_checking = true;
        m_screen.hold();
    }
    emit changed();
    m_knowledge.signIn(badge, [this, badge, question = m_badgeQuestion](const Answer& answer) {
        if (question != m_badgeQuestion) return;
        if (!answer.ok()) return refuseBadge(*answer.trouble);
        const auto held = m_heldScan;
        welcome(badge, answer.body);
        if (held) hear(*held);
    });
}

/// The answer that is waited for, if any, is of no interest any more.
void Shell::endCheck() {
    ++m_badgeQuestion;
    m_heldScan.reset();
    if (!std::exchange(m_checking, false)) return;
    m_screen.resume();
    emit changed();
}

/// Whoever shows a badge is not the one who was here; and a badge that was taken back ends its work. Only a
/// server that cannot be asked leaves somebody in place who is known already.
void Shell::refuseBadge(const Trouble& trouble) {
    const bool stays = !m_checking && trouble.code == refusals::badgeNotKnownHere.code;
    if (!stays) leave();
    complain(trouble);
}

void Shell::welcome(const std::string& badge, const Value& person) {
    endCheck();
    const bool samePerson = badge == m_badge;
    m_badge = badge;
    m_worker = asQString(person.textOr("name", "?"));
    m_trouble.reset();
    const std::string role = person.textOr("role");
    m_right = role == "leader" || role == "admin" ? PrinterScreen::Right::choose : PrinterScreen::Right::look;
    if (m_isAtPrinters) m_printers.show(m_right);
    const std::string tag = person.textOr("language", domain::languageTag(m_ownLanguage));
    setLanguage(tag == "en" ? domain::Language::english : domain::Language::french);
    if (m_station && !samePerson) open(m_station);
    stir();
    emit changed();
}

/// The worker leaves; what was answered stays for when the same badge comes back.
void Shell::leave() {
    endCheck();
    leavePrinters();
    m_worker.clear();
    m_trouble.reset();
    m_work.interrupt();
    m_work.stepAway();
    setLanguage(m_ownLanguage);
}

void Shell::stir() {
    if (!m_worker.isEmpty()) m_idle.start();
}

}  // namespace remise::terminal
