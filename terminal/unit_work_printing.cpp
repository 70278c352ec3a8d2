#include "server/domain/refusals.h"
#include "terminal/unit_work.h"

/// The part of a unit's work that makes labels, and waits until they are scanned back.
namespace remise::terminal {

using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

/// A label that has come out for this machine is not made twice.
void UnitWork::print() {
    const Value& known = m_player->answers()["unit"]["code"];
    const bool isThere = card()->ask == Ask::print ? !m_label.code.empty() : Value(m_label.code) == known;
    if (!isThere)
        if (const auto printed = card()->ask == Ask::print ? printNew() : printAgain(); !printed)
            return complain(printed.refusal());
    m_player->printed(m_label.code);
    goOn();
    hearPrinter();
}

/// Each new label has a code that no other ever has.
domain::Verdict UnitWork::printNew() {
    const auto code = m_printing.takeCode();
    if (!code) return Refusal(refusals::noLabelCodes);
    m_printerTrouble.clear();
    auto printed = m_printing.printUnitLabel(*code);
    if (printed.ok()) m_label = {*code, Ask::print};
    return printed;
}

/// With the code that the machine has, and what is known of it by now.
domain::Verdict UnitWork::printAgain() {
    const Value unit = m_player->answers()["unit"];
    m_printerTrouble.clear();
    auto printed = m_printing.printUnitLabel(unit.textOr("code"), unit);
    if (printed.ok()) m_label = {unit.textOr("code"), Ask::reprint};
    return printed;
}

bool UnitWork::awaitsLabel() const {
    return m_phase == Phase::card && !m_label.code.empty() && card() && card()->expect == Expect::printed;
}

/// What the printer has still to make is not made a second time: then there would be two of them.
UnitWork::Remedy UnitWork::remedy() const {
    if (!awaitsLabel()) return Remedy::none;
    if (m_label.ask == Ask::print)
        return m_printing.isInDoubt(m_label.code) ? Remedy::destroyed : Remedy::another;
    return m_printing.mayBeOut(m_label.code) ? Remedy::destroyed : Remedy::none;
}

/// A machine's first label comes out with another code: the one that is lost or spoilt may turn up and be put
/// on another machine.
void UnitWork::reprint() {
    if (remedy() == Remedy::none) return;
    m_trouble.reset();
    m_printing.settle(m_label.code);
    const bool isNew = m_label.ask == Ask::print;
    if (const auto printed = isNew ? printNew() : printAgain(); !printed) return complain(printed.refusal());
    m_player->printedAnew(m_label.code);
    goOn();
    hearPrinter();
}

/// What keeps the label in the printer is told once, where the label is waited for, and goes by itself.
void UnitWork::hearPrinter() {
    if (!awaitsLabel()) return;
    const auto trouble = m_printing.trouble();
    const std::string code(trouble ? trouble->code() : "");
    if (code == m_printerTrouble) return emit changed();  // what can be done about it may be another thing
    const bool isShown = m_trouble && m_trouble->code == m_printerTrouble;
    m_printerTrouble = code;
    if (trouble) return complain(*trouble);
    if (isShown) m_trouble.reset();
    emit changed();
}

}  // namespace remise::terminal
