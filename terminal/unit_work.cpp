#include "terminal/unit_work.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "terminal/offers.h"

namespace remise::terminal {

using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

UnitWork::UnitWork(Client& client, Outbox& outbox, Printing& printing, QObject* parent)
    : QObject(parent), m_client(client), m_outbox(outbox), m_printing(printing) {
    connect(&m_outbox, &Outbox::answered, this, &UnitWork::heard);
}

void UnitWork::open(std::shared_ptr<const Procedure> procedure, const std::string& badge) {
    m_badge = badge;
    m_player = std::make_unique<ProcedurePlayer>(std::move(procedure), badge);
    m_lastKind.clear();
    next();
}

const Card* UnitWork::card() const {
    return m_player ? m_player->card() : nullptr;
}

bool UnitWork::wantsBadge() const {
    return card() && card()->ask == Ask::scan && card()->expect == Expect::badge;
}

void UnitWork::next() {
    ++m_question;
    m_result.reset();
    m_trouble.reset();
    m_freshCode.clear();
    m_player->restart();
    goOn();
}

/// Does what the new card needs before the worker can answer it.
void UnitWork::goOn() {
    m_phase = Phase::card;
    if (m_player->finished()) return save();
    switch (card()->ask) {
        case Ask::product:
        case Ask::pick:
            return fetchOffers();
        case Ask::print:
            return print();
        default:
            emit changed();
    }
}

void UnitWork::scan(const std::string& text) {
    if (m_phase == Phase::fetching) return;
    if (m_phase == Phase::saving && mustWait()) return complain(Refusal(refusals::keepHere));
    if (m_phase != Phase::card) return startWith(text);
    const auto heard = m_player->scan(text);
    if (!heard) return complain(heard.refusal());
    m_trouble.reset();
    if (*heard == Heard::lookUp) return lookUp(text);
    goOn();
}

/// A scan after the last unit is already the next one, where the procedure begins with a scan.
void UnitWork::startWith(const std::string& text) {
    const auto& cards = m_player->procedure().cards;
    const auto first = std::ranges::find(cards, false, &Card::once);
    if (first == cards.end() || first->ask != Ask::scan) return complain(Refusal(refusals::answerFirst));
    next();
    scan(text);
}

void UnitWork::lookUp(const std::string& code) {
    m_phase = Phase::fetching;
    emit changed();
    m_client.get("/api/v1/units/" + code, [this, question = ++m_question](const Answer& answer) {
        if (question != m_question) return;
        m_phase = Phase::card;
        m_trouble = answer.trouble;
        if (m_trouble) return emit changed();
        if (const auto taken = m_player->takeUnit(answer.body); !taken) return complain(taken.refusal());
        goOn();
    });
}

void UnitWork::fetchOffers() {
    const bool products = card()->ask == Ask::product;
    m_phase = Phase::fetching;
    emit changed();
    m_client.get(products ? "/api/v1/catalogue" : "/api/v1/pick-list",
                 [this, products, question = ++m_question](const Answer& answer) {
                     if (question != m_question) return;
                     m_phase = Phase::card;
                     m_trouble = answer.trouble;
                     const Value& units = answer.body["units"];
                     m_player->offer(products
                                         ? productsFor(m_player->answers()["unit"], answer.body["products"])
                                     : units.isArray() ? units.array()
                                                       : Value::Array{});
                     emit changed();
                 });
}

void UnitWork::print() {
    if (m_freshCode.empty()) m_freshCode = m_printing.takeCode().value_or("");
    if (m_freshCode.empty()) return complain(Refusal(refusals::noLabelCodes));
    if (const auto printed = m_printing.printUnitLabel(m_freshCode, ""); !printed)
        return complain(printed.refusal());
    m_player->printed(m_freshCode);
    goOn();
}

void UnitWork::choose(std::size_t index) {
    m_trouble.reset();
    m_player->choose(index);
    goOn();
}

void UnitWork::toggle(std::size_t index) {
    m_player->toggle(index);
    emit changed();
}

void UnitWork::confirm() {
    m_trouble.reset();
    m_player->confirm();
    goOn();
}

void UnitWork::enter(std::int64_t number) {
    if (const auto entered = m_player->enter(number); !entered) return complain(entered.refusal());
    goOn();
}

void UnitWork::enterPin(const std::string& digits) {
    m_player->enterPin(digits);
    goOn();
}

void UnitWork::skip() {
    m_player->skip();
    goOn();
}

void UnitWork::take(const Value& thing) {
    m_trouble.reset();
    m_player->take(thing);
    goOn();
}

void UnitWork::settle() {
    const bool asksFirst =
        card() && (card()->ask == Ask::print || card()->ask == Ask::product || card()->ask == Ask::pick);
    const bool retry = m_phase == Phase::card && m_trouble && asksFirst;
    m_trouble.reset();
    if (m_phase == Phase::refused) return next();
    retry ? goOn() : emit changed();
}

void UnitWork::complain(const Refusal& refusal) {
    m_trouble = troubleOf(refusal, m_client.language());
    emit changed();
}

}  // namespace remise::terminal
