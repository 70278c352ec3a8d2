#include "terminal/card_view.h"
#include "terminal/typed_number.h"
#include "terminal/work_screen.h"

/// What a finger does on a card, and when it is not heard.
namespace remise::terminal {

using namespace std::chrono_literals;
using Phase = UnitWork::Phase;

namespace {

constexpr qsizetype longestPin = 8;
/// A second tap of the same finger comes sooner, somebody who has looked at the new card comes later.
constexpr auto doubleTouch = 350ms;

}  // namespace

std::chrono::milliseconds steadyClock() {
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

void WorkScreen::turn() {
    m_shownAt = m_clock();
}

void WorkScreen::turnWithCard() {
    QString now = layout() + "/" + card() + "/" + preview();
    if (layout() == "bench")
        for (const domain::Value& machine : m_work.machines())
            now += asQString("/" + machine.textOr("report"));
    m_shownLayout = layout();
    if (now == m_shown) return;
    m_shown = now;
    turn();
}

bool WorkScreen::takesTouches() const {
    return m_clock() - m_shownAt >= doubleTouch;
}

bool WorkScreen::isAnswerable() const {
    return cardInHand() && !m_held && m_work.phase() == Phase::card && takesTouches();
}

/// What was typed belongs to one card, and goes with it.
void WorkScreen::forgetTyped() {
    if (m_typedOn == card()) return;
    m_typedOn = card();
    m_typed.clear();
    m_isTyping = false;
}

void WorkScreen::answer(int index) {
    if (!isAnswerable() || index < 0) return;
    const Card* card = m_work.card();
    const auto place = static_cast<std::size_t>(index);
    const auto offers = m_work.player().offers();
    if (layout() == "list") return place < offers.size() ? m_work.take(offers[place]) : void();
    if (card->ask == Ask::several) return m_work.toggle(place);
    if (place < card->choices.size()) m_work.choose(place);
}

void WorkScreen::confirm() {
    if (m_work.phase() == Phase::preview && !m_held && takesTouches()) return m_work.approve();
    if (!isAnswerable() || !canConfirm()) return;
    const Card* card = m_work.card();
    if (m_isTyping) return m_work.scan(m_typed.toStdString());
    if (card->ask == Ask::number) return m_work.enter(*typedNumber(m_typed, card->number));
    if (card->ask == Ask::pin) return m_work.enterPin(m_typed.toStdString());
    m_work.confirm();
}

void WorkScreen::skip() {
    if (isAnswerable()) m_work.skip();
}

void WorkScreen::press(const QString& key) {
    if (!isAnswerable()) return;
    if (m_isTyping) {
        if (key == "back")
            m_typed.chop(1);
        else if (m_typed.size() < lettersOfAUnit)
            m_typed += key;
        return emit changed();
    }
    const bool full = m_work.card()->ask == Ask::pin && m_typed.size() >= longestPin && key != "back";
    if (!full) m_typed = typedAfter(m_typed, key, m_work.card()->number);
    emit changed();
}

void WorkScreen::settle() {
    if (m_held || !takesTouches()) return;
    if (m_helping) {
        m_helping = false;
        return emit changed();
    }
    m_work.settle();
}

void WorkScreen::next() {
    if (!m_held && m_work.isDone() && takesTouches()) m_work.next();
}

void WorkScreen::beginAnew() {
    if (!m_held && m_work.phase() == Phase::refused && takesTouches()) m_work.beginAnew();
}

void WorkScreen::takeInstead() {
    if (!isAnswerable() || m_work.card()->ask != Ask::scan) return;
    m_work.card()->choices.empty() ? m_work.reprint() : m_work.choose(0);
}

/// The letters come and go; what was typed goes with them.
void WorkScreen::typeCode() {
    if (!isAnswerable() || !canType()) return;
    m_typed.clear();
    m_isTyping = !m_isTyping;
    emit changed();
}

void WorkScreen::showHelp() {
    m_helping = !m_helping;
    emit changed();
}

}  // namespace remise::terminal
