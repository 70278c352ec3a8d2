#include "terminal/offers.h"
#include "terminal/unit_work.h"

/// The part of a unit's work that asks the server: for the unit that was scanned, for lists to choose from.
namespace remise::terminal {

using domain::Value;

void UnitWork::lookUp(const std::string& code) {
    stopAsking();
    m_phase = Phase::fetching;
    emit changed();
    m_knowledge.lookUp(code, [this, question = m_question](const Answer& answer) {
        if (question == m_question) takeLookedUp(answer);
    });
}

void UnitWork::takeLookedUp(const Answer& answer) {
    m_phase = Phase::card;
    m_trouble = answer.trouble;
    if (!m_trouble) {
        const auto taken = m_player->takeUnit(withBenchSeen(answer.body));
        if (!taken) m_trouble = troubleOf(taken.refusal(), m_client.language());
    }
    if (m_trouble) {
        m_heldScan.reset();  // first this one: it is on the screen
        return emit changed();
    }
    goOn();
    hearHeldScan();
}

void UnitWork::askForOffers(Client::Then then) {
    switch (card()->ask) {
        case Ask::product:
            return m_knowledge.list("/api/v1/catalogue", std::move(then));
        case Ask::pick:
            return m_knowledge.list("/api/v1/pick-list", std::move(then));
        default:
            return m_knowledge.lookUp(m_player->answers()["unit"].textOr("code"), std::move(then));
    }
}

void UnitWork::fetchOffers() {
    m_phase = Phase::fetching;
    emit changed();
    askForOffers([this, question = m_question](const Answer& answer) {
        if (question != m_question) return;
        m_phase = Phase::card;
        m_trouble = answer.trouble;
        takeOffers(answer);
        emit changed();
        if (m_trouble) return m_heldScan.reset();
        hearHeldScan();
    });
}

void UnitWork::takeOffers(const Answer& answer) {
    const Value& units = answer.body["units"];
    if (card()->ask == Ask::product) {
        m_player->offer(productsFor(m_player->answers()["unit"], answer.body["products"]));
    } else if (card()->ask == Ask::pick) {
        m_player->offer(units.isArray() ? units.array() : Value::Array{});
    } else {
        m_player->renewUnit(withBenchSeen(answer.body));
    }
    if (lacksOffers()) m_again.start();
}

bool UnitWork::lacksOffers() const {
    const bool chooses =
        card() && (card()->ask == Ask::product || card()->ask == Ask::drive || card()->ask == Ask::pick);
    return chooses && m_player->offers().empty();
}

/// Behind an empty list, without a word: it fills as soon as there is something.
void UnitWork::askAgain() {
    if (m_phase != Phase::card || !lacksOffers()) return;
    askForOffers([this, question = m_question](const Answer& answer) {
        if (question != m_question) return;
        if (!answer.ok()) return m_again.start();
        takeOffers(answer);
        if (!lacksOffers()) emit changed();
    });
}

void UnitWork::interrupt() {
    stopAsking();
    m_heldScan.reset();
    if (m_phase != Phase::fetching && m_phase != Phase::ordering) return;
    m_phase = Phase::card;
    emit changed();
}

void UnitWork::resume() {
    if (m_phase == Phase::card && lacksOffers()) goOn();
}

/// What was asked for the card before is no longer of interest.
void UnitWork::stopAsking() {
    ++m_question;
    m_again.stop();
}

}  // namespace remise::terminal
