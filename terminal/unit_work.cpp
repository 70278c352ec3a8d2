#include "terminal/unit_work.h"

#include <algorithm>
#include <chrono>

#include "server/domain/refusals.h"
#include "terminal/bench_rules.h"

/// The cards of a unit's work: what the worker scans, touches and takes back.
namespace remise::terminal {

using namespace std::chrono_literals;
using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

namespace {

constexpr auto pauseBeforeAskingAgain = 2s;
/// As long as nobody minds looking at "one moment".
constexpr auto patienceWithServer = 700ms;

}  // namespace

UnitWork::UnitWork(Client& client, Knowledge& knowledge, Outbox& outbox, Printing& printing, Benches& benches,
                   QObject* parent)
    : QObject(parent),
      m_client(client),
      m_knowledge(knowledge),
      m_outbox(outbox),
      m_printing(printing),
      m_benches(benches) {
    connect(&m_outbox, &Outbox::answered, this, &UnitWork::heard);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceWithServer);
    connect(&m_patience, &QTimer::timeout, this, &UnitWork::stopWaiting);
    m_again.setSingleShot(true);
    m_again.setInterval(pauseBeforeAskingAgain);
    connect(&m_again, &QTimer::timeout, this, &UnitWork::askAgain);
    connect(&printing, &Printing::changed, this, &UnitWork::hearPrinter);
}

void UnitWork::open(std::shared_ptr<const Procedure> procedure, const std::string& badge) {
    m_badge = badge;
    letGo();
    leaveLabel();  // it may stick on the machine of the person before: its code is used up
    m_player = std::make_unique<ProcedurePlayer>(std::move(procedure), badge);
    m_lastKind.clear();
    next();
}

const Card* UnitWork::card() const {
    return m_player ? m_player->card() : nullptr;
}

const Trouble* UnitWork::trouble() const {
    if (m_trouble) return &*m_trouble;
    return m_late.empty() ? nullptr : &m_late.front();
}

bool UnitWork::wantsBadge() const {
    return card() && card()->ask == Ask::scan && card()->expect == Expect::badge;
}

void UnitWork::next() {
    letGo();
    m_result.reset();
    m_trouble.reset();
    m_heldScan.reset();
    m_player->restart();
    goOn();
}

void UnitWork::beginAnew() {
    settleRefused();
    m_player->forgetAll();
    next();
}

/// Does what the new card needs before the worker can answer it.
void UnitWork::goOn() {
    stopAsking();
    m_order = {};
    m_phase = Phase::card;
    if (m_player->finished()) return save();
    switch (card()->ask) {
        case Ask::product:
        case Ask::pick:
            return fetchOffers();
        case Ask::print:
        case Ask::reprint:
            return print();
        default:
            if (lacksOffers()) m_again.start();
            emit changed();
    }
}

void UnitWork::scan(const domain::Scan& scan) {
    if (m_phase == Phase::fetching) {
        m_heldScan = scan;
        return;
    }
    if (m_phase == Phase::refused) answerAgain();
    if (m_phase == Phase::fetching) return this->scan(scan);
    const bool mustStay = m_phase == Phase::ordering || (m_phase == Phase::saving && mustWait());
    if (mustStay) return complain(Refusal(refusals::keepHere));
    if (m_phase == Phase::preview) return complain(Refusal(refusals::answerFirst));
    const std::string text = domain::plainText(scan);
    if (m_phase != Phase::card) return startWith(scan);
    if (card()->ask == Ask::bench && knownAs().empty())
        for (const Value& machine : machines())
            if (isBenchNamed(machine, scan)) return begin(machine.textOr("report"));
    const bool isLabel = awaitsLabel();
    if (isLabel && text != m_label.code && m_printing.stageOf(text) == PrintQueue::Stage::doubtful)
        return m_printing.found(text);  // it kept the others in the printer
    if (isLabel && text == m_label.code && isNewLabelStillInside())
        return complain(Refusal(refusals::printerAway));
    const auto heard = m_player->scan(scan);
    if (!heard) return complain(heard.refusal());
    if (isLabel) m_printing.found(text);
    m_trouble.reset();
    if (*heard == Heard::lookUp) return lookUp(text);
    goOn();
}

void UnitWork::hearHeldScan() {
    if (m_phase == Phase::fetching || !m_heldScan) return;
    scan(*std::exchange(m_heldScan, std::nullopt));
}

/// A scan after the last unit is already the next one, where the procedure begins with a scan.
void UnitWork::startWith(const domain::Scan& scan) {
    const auto& cards = m_player->procedure().cards;
    const auto first = std::ranges::find(cards, false, &Card::once);
    if (first == cards.end() || first->ask != Ask::scan) return complain(Refusal(refusals::answerFirst));
    next();
    this->scan(scan);
}

/// Back to the last card that the worker answered, with all answers before it.
void UnitWork::answerAgain() {
    settleRefused();
    m_trouble.reset();
    m_player->stepBack() ? goOn() : next();
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
    if (m_phase == Phase::refused && m_trouble) return answerAgain();
    if (isTroubleLate()) {
        m_late.pop_front();
        return emit changed();
    }
    settleRefused();
    const bool asksFirst =
        card() && (prints(card()->ask) || card()->ask == Ask::product || card()->ask == Ask::pick);
    const bool retry = m_phase == Phase::card && m_trouble && asksFirst;
    m_trouble.reset();
    retry ? goOn() : emit changed();
}

void UnitWork::complain(const Refusal& refusal) {
    m_trouble = troubleOf(refusal, m_client.language());
    emit changed();
}

}  // namespace remise::terminal
