#include "terminal/procedure_player.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include "server/domain/refusals.h"
#include "terminal/answers.h"
#include "terminal/offers.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

using domain::Outcome;
using domain::Refusal;
using domain::Value;
using domain::Verdict;
namespace refusals = domain::refusals;

namespace {

Assignments one(const std::string& path, Value value) {
    Assignments assignments;
    assignments.emplace_back(path, std::move(value));
    return assignments;
}

constexpr std::string_view testPath = "tests.";

/// The unit's own tests have told it, and nothing failed: a person says otherwise where one has.
bool isAnswered(const std::string& path, const Value& answers) {
    const Value& result = valueAt(answers, "unit." + path);
    return result == Value("pass") || result == Value("na");
}

/// Nothing is left to ask: all that the card asks about are tests, and the machine has answered them itself.
bool hasAnswered(const Value& answers, const Card& card) {
    bool asksTests = false, areAnswered = true;
    const auto look = [&](const Assignments& set) {
        for (const auto& [path, value] : set) {
            if (!path.starts_with(testPath)) continue;
            asksTests = true;
            areAnswered = areAnswered && isAnswered(path, answers);
        }
    };
    look(card.set);
    for (const Choice& choice : card.choices)
        look(choice.set);
    return asksTests && areAnswered;
}

/// Cards may depend on there being a drive in it.
Value withDrivesSeen(Value unit) {
    if (!drivesInside(std::as_const(unit)["drives"]).empty()) unit["has_drive"] = true;
    return unit;
}

}  // namespace

bool prints(Ask ask) {
    return ask == Ask::print || ask == Ask::reprint;
}

ProcedurePlayer::ProcedurePlayer(std::shared_ptr<const Procedure> procedure, std::string ownBadge)
    : m_procedure(std::move(procedure)), m_ownBadge(std::move(ownBadge)) {
    restart();
}

const Card* ProcedurePlayer::card() const {
    return m_now.card < m_procedure->cards.size() ? &m_procedure->cards[m_now.card] : nullptr;
}

Outcome<Heard> ProcedurePlayer::scan(const domain::Scan& scan) {
    const Card* now = card();
    assert(now);
    if (now->ask == Ask::scan) return scanExpected(*now, scan);
    if (now->ask == Ask::drive || now->ask == Ask::pick) return scanAmongOffers(*now, scan);
    if (Value(domain::plainText(scan)) == valueAt(m_now.answers, "unit.code")) return Heard::sameAgain;
    return Refusal(refusals::answerFirst);
}

Outcome<Heard> ProcedurePlayer::scanExpected(const Card& now, const domain::Scan& scan) {
    const std::string text = domain::plainText(scan);
    if (Verdict kind = checkScan(now.expect, text); !kind) return kind.refusal();
    if (now.expect == Expect::badge && text == m_ownBadge) return Refusal(refusals::sameBadge);
    if (!now.equals.empty()) {
        const Value& right = valueAt(m_now.answers, now.equals);
        if (!right.isText() || right.text() != text) return otherThing(now.expect, right);
    }
    if (now.expect == Expect::unit) return Heard::lookUp;
    if (now.expect == Expect::serial) return scanSerial(now, scan);
    answered(one(now.into, text));
    return Heard::answer;
}

/// The address of a network card, or what is on all pieces of a product, is hardly the number of this one.
bool isClear(const domain::Reading& serial, const domain::Scan& scan) {
    return serial.meaning != domain::Meaning::mac &&
           domain::readingsOf(scan).front().meaning != domain::Meaning::gtin;
}

/// One clear number is taken; else a person looks.
Outcome<Heard> ProcedurePlayer::scanSerial(const Card& now, const domain::Scan& scan) {
    const auto serials = serialsIn(scan);
    if (!serials) return serials.refusal();
    if (serials->size() == 1 && isClear(serials->front(), scan)) {
        answered(one(now.into, serials->front().value));
        return Heard::answer;
    }
    m_offers.clear();
    for (const domain::Reading& reading : *serials) {
        const auto word = domain::meaningName(reading.meaning);
        m_offers.push_back(Value::Object{{"meaning", word}, {"value", reading.value}});
    }
    return Heard::several;
}

Outcome<Heard> ProcedurePlayer::scanAmongOffers(const Card& now, const domain::Scan& scan) {
    for (const Value& thing : offers()) {
        if (!isNamed(thing, scan)) continue;
        take(thing);
        return Heard::answer;
    }
    if (Value(domain::plainText(scan)) == valueAt(m_now.answers, "unit.code")) return Heard::sameAgain;
    return now.ask == Ask::drive ? notToErase(valueAt(m_now.answers, "unit.drives"), scan)
                                 : Refusal(refusals::notOnList);
}

Verdict ProcedurePlayer::takeUnit(const Value& unit) {
    const std::string next = unit.textOr("next");
    const auto& serves = m_procedure->serves;
    if (!serves.empty() && std::ranges::find(serves, next) == serves.end()) return waitsElsewhere(unit);
    Value alone;
    alone["unit"] = unit;
    for (const Condition& wanted : m_procedure->takes)
        if (!holds(alone, {wanted}))
            return wanted.path == "unit.stage" ? waitsElsewhere(unit) : Refusal(refusals::otherCategory);
    Assignments both = one("unit", withDrivesSeen(unit));
    both.emplace_back(card()->into, unit.textOr("code"));
    answered(both);
    return {};
}

void ProcedurePlayer::choose(std::size_t index) {
    assert(card() && index < card()->choices.size());
    answered(card()->choices[index].set);
}

void ProcedurePlayer::toggle(std::size_t index) {
    if (!m_chosen.erase(index)) m_chosen.insert(index);
}

void ProcedurePlayer::confirm() {
    Assignments all;
    for (std::size_t index : m_chosen) {
        const Assignments& set = card()->choices[index].set;
        all.insert(all.end(), set.begin(), set.end());
    }
    answered(all);
}

Verdict ProcedurePlayer::enter(std::int64_t number) {
    const NumberRange& range = card()->number;
    if (number < range.least || number > range.most) return outOfRange(range);
    answered(one(card()->into, number));
    return {};
}

void ProcedurePlayer::enterPin(const std::string& digits) {
    answered(one(card()->into, digits));
}

void ProcedurePlayer::skip() {
    answered({});
}

void ProcedurePlayer::printed(const std::string& code) {
    answered(one(card()->into, code));
}

void ProcedurePlayer::printedAnew(const std::string& code) {
    assert(card() && card()->expect == Expect::printed);
    setAt(m_now.answers, card()->equals, code);
}

std::vector<Value> ProcedurePlayer::offers() const {
    if (!card() || card()->ask != Ask::drive) return m_offers;
    const Value& drives = valueAt(m_now.answers, "unit.drives");
    return card()->erasedToo ? drivesInside(drives) : drivesToErase(drives);
}

void ProcedurePlayer::take(const Value& thing) {
    answered(one(card()->into, card()->ask == Ask::scan ? thing["value"] : thing));
}

void ProcedurePlayer::answered(const Assignments& answer) {
    m_past.push_back(m_now);
    Assignments all = card()->set;
    all.insert(all.end(), answer.begin(), answer.end());
    setAll(m_now.answers, all);
    if (card()->once) {
        m_now.kept.insert(m_now.kept.end(), all.begin(), all.end());
        m_now.keptCards.insert(m_now.card);
    }
    ++m_now.card;
    goOn();
}

/// To the next card that is to be asked, from the present one on.
void ProcedurePlayer::goOn() {
    m_chosen.clear();
    m_offers.clear();
    while (card() && (m_now.keptCards.contains(m_now.card) || !holds(m_now.answers, card()->when) ||
                      hasAnswered(m_now.answers, *card())))
        ++m_now.card;
}

void ProcedurePlayer::renewUnit(const Value& unit) {
    setAt(m_now.answers, "unit", withDrivesSeen(unit));
}

bool ProcedurePlayer::stepBack() {
    if (card() && card()->ask == Ask::scan && !m_offers.empty()) {
        m_offers.clear();
        return true;
    }
    const auto wasAnswered = [&](const Moment& moment) {
        return !prints(m_procedure->cards[moment.card].ask);
    };
    const auto last = std::find_if(m_past.rbegin(), m_past.rend(), wasAnswered);
    if (last == m_past.rend()) return false;
    m_now = std::move(*last);
    m_past.erase(std::prev(last.base()), m_past.end());
    m_chosen.clear();
    m_offers.clear();
    return true;
}

void ProcedurePlayer::restart() {
    m_past.clear();
    m_now.card = 0;
    m_now.answers = Value(Value::Object{});
    setAll(m_now.answers, m_now.kept);
    goOn();
}

void ProcedurePlayer::forgetAll() {
    m_now = {};
    restart();
}

std::vector<Draft> ProcedurePlayer::drafts() const {
    assert(finished());
    std::vector<Draft> drafts;
    for (const Send& send : m_procedure->send) {
        if (!holds(m_now.answers, send.when)) continue;
        const Value& subject = valueAt(m_now.answers, send.subject);
        drafts.push_back(
            {send.kind, subject.isText() ? subject.text() : "", filledIn(send.data, m_now.answers)});
    }
    return drafts;
}

}  // namespace remise::terminal
