#include "server/domain/refusals.h"
#include "terminal/unit_work.h"

/// The part of a unit's work that makes labels, and waits until they are scanned back.
namespace remise::terminal {

using domain::Refusal;
using domain::Value;
using Purpose = PrintQueue::Purpose;
using Stage = PrintQueue::Stage;
namespace refusals = domain::refusals;

/// A label that has come out for this machine is not made twice; the first one today is looked at before.
void UnitWork::print() {
    if (const auto ready = prepareLabel(); !ready) return complain(ready.refusal());
    if (m_label.isMade) return awaitLabel();
    m_look = m_printing.firstToday(asked());
    if (!m_look) return makeLabel();
    m_phase = Phase::preview;
    emit changed();
}

/// Each new label has a code that no other ever has; one made again has the code of its machine or drive.
domain::Verdict UnitWork::prepareLabel() {
    const Ask ask = card()->ask;
    const std::string& kind = card()->of;
    const std::string known = m_player->answers()[kind].textOr("code");
    if (ask == Ask::print ? !m_label.code.empty() : m_label.code == known) return {};
    m_printing.forget(m_label.code);
    m_label = {};
    const auto code = ask == Ask::print ? m_printing.takeCode() : domain::Outcome<std::string>(known);
    if (!code) return code.refusal();
    m_label = {*code, ask, kind, ask == Ask::print ? *code : m_player->answers()["unit"].textOr("code")};
    return {};
}

Printing::DeviceLabel UnitWork::asked() const {
    if (m_label.ask == Ask::print) return {.code = m_label.code, .of = {}};
    return {.kind = m_label.kind,
            .code = m_label.code,
            .of = m_player->answers()[m_label.kind],
            .purpose = Purpose::again};
}

void UnitWork::approve() {
    if (m_phase != Phase::preview) return;
    m_printing.printers().keepLook(m_label.kind, m_look->place);
    m_phase = Phase::card;
    makeLabel();
}

/// What is looked at is what comes out: at another place, or with finer dots, it is another picture.
void UnitWork::lookAgain() {
    auto now = m_printing.firstToday(asked());
    if (!now || (now->picture == m_look->picture && now->place == m_look->place)) return;
    m_look = std::move(now);
    emit changed();
}

/// A label with this code that may be out already, perhaps of another printer, is looked for first.
void UnitWork::makeLabel() {
    m_printerTrouble.clear();
    const bool mayBeOut = m_label.ask == Ask::reprint && m_printing.stageOf(m_label.code);
    if (mayBeOut) {
        m_label.isMade = true;
        return awaitLabel();
    }
    if (const auto printed = m_printing.print(asked()); !printed) return complain(printed.refusal());
    m_label.isMade = true;
    awaitLabel();
}

void UnitWork::awaitLabel() {
    if (prints(card()->ask))
        m_player->printed(m_label.code);
    else
        m_player->printedAnew(m_label.code);
    goOn();
    hearPrinter();
}

bool UnitWork::awaitsLabel() const {
    return m_phase == Phase::card && m_label.isMade && card() && card()->expect == Expect::printed;
}

/// A label made again says what the old one says: what is read now is the old one, read twice.
bool UnitWork::isNewLabelStillInside() const {
    const auto stage = m_printing.stageOf(m_label.code);
    return m_label.ask == Ask::reprint && (stage == Stage::waiting || stage == Stage::sending);
}

/// What the printer has still to make is not made a second time: then there would be two of them.
UnitWork::Remedy UnitWork::remedy() const {
    if (!awaitsLabel()) return Remedy::none;
    const auto stage = m_printing.stageOf(m_label.code);
    if (m_label.ask == Ask::print) return stage == Stage::doubtful ? Remedy::destroyed : Remedy::another;
    return isNewLabelStillInside() ? Remedy::none : Remedy::destroyed;
}

/// A machine's first label comes out with another code: the one that is lost or spoilt may turn up and be put
/// on another machine.
void UnitWork::reprint() {
    if (remedy() == Remedy::none) return;
    m_trouble.reset();
    if (m_label.ask == Ask::print) {
        const auto code = m_printing.takeCode();
        if (!code) return complain(code.refusal());
        m_printing.forget(m_label.code);
        m_label.code = m_label.unit = *code;
    } else {
        m_printing.destroyed(m_label.code);
    }
    makeLabel();
}

/// What keeps the label in the printer is told once, where the label is waited for, and goes by itself; so
/// does the lack of a printer.
void UnitWork::hearPrinter() {
    if (m_phase == Phase::preview) return lookAgain();
    const bool lacksPrinter = m_trouble && m_trouble->code == refusals::printerAway.code;
    if (lacksPrinter && m_phase == Phase::card && card() && prints(card()->ask) &&
        m_printing.printers().placeOf(card()->of))
        return settle();
    if (!awaitsLabel()) return;
    const auto trouble = m_printing.troubleWith(m_label.code);
    const std::string code(trouble ? trouble->code() : "");
    if (code == m_printerTrouble) return emit changed();  // what can be done about it may be another thing
    const bool isShown = m_trouble && m_trouble->code == m_printerTrouble;
    m_printerTrouble = code;
    if (trouble) return complain(*trouble);
    if (isShown) m_trouble.reset();
    emit changed();
}

/// The label's machine is somebody else's from now on, or nobody's.
void UnitWork::leaveLabel() {
    m_printing.forget(m_label.code);
    m_label = {};
}

}  // namespace remise::terminal
