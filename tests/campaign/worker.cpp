#include "tests/campaign/worker.h"

#include <QFile>
#include <fstream>
#include <iostream>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "server/domain/codes.h"
#include "server/wire/json.h"
#include "terminal/procedure_json.h"

namespace remise::campaign {

using namespace std::chrono_literals;
using terminal::Ask;
using terminal::Card;
using terminal::Expect;

namespace {

constexpr auto glance = 15ms;
constexpr int mostRefusals = 4;

/// A machine's way through the house.
const std::vector<std::string> stations{"reception", "sorting",  "unlock",       "test",    "erasure",
                                        "grading",   "cleaning", "installation", "control", "stock",
                                        "picking",   "packing",  "aside"};

std::string textOf(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error("Cannot read " + path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::shared_ptr<const terminal::Procedure> procedureIn(const std::string& path) {
    const auto json = wire::readJson(textOf(path));
    if (!json) throw std::runtime_error(path + ": " + json.refusal().text(domain::Language::english));
    auto procedure = terminal::readProcedure(*json);
    if (!procedure)
        throw std::runtime_error(path + ": " + procedure.refusal().text(domain::Language::english));
    return std::make_shared<const terminal::Procedure>(std::move(*procedure));
}

}  // namespace

Worker::Worker(terminal::Shell& shell, Journal& journal, Settings settings)
    : m_shell(shell),
      m_journal(journal),
      m_settings(std::move(settings)),
      m_way(stations),
      m_random(m_settings.seed) {
    for (const std::string& station : m_way)
        m_procedures[station] = procedureIn(m_settings.procedures + "/" + station + ".json");
    m_tick.setInterval(glance);
    connect(&m_tick, &QTimer::timeout, this, &Worker::look);
    m_tick.start();
}

void Worker::kept(const std::vector<domain::Command>& commands) {
    m_behind.clear();
    for (const domain::Command& command : commands) {
        m_journal.note("stored", command.id.text());
        m_behind.push_back(command.id);
    }
}

std::size_t Worker::below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
}

bool Worker::chance(double probability) {
    return std::uniform_real_distribution<>(0, 1)(m_random) < probability;
}

/// For whoever runs the campaign: how it goes, about once a second.
void Worker::tell() {
    static int glances = 0;
    if (++glances % 20 != 0) return;
    std::cout << "{\"waiting\":" << m_shell.waiting() << ",\"told\":" << m_told
              << ",\"resting\":" << (m_resting ? "true" : "false") << ",\"screen\":\""
              << m_shell.screen().toStdString() << "\",\"station\":\"" << m_shell.stationTitle().toStdString()
              << "\",\"card\":\"" << m_shell.work()->card().toStdString() << "\",\"layout\":\""
              << m_shell.work()->layout().toStdString() << "\"}" << std::endl;
}

void Worker::look() {
    tell();
    if (!m_shell.isReady() || m_shell.isChecking()) return;
    const QString screen = m_shell.screen();
    if (m_shell.hasTrouble() && screen != "signIn") return m_shell.settle();
    if (screen == "signIn") {
        if (!m_resting && chance(0.2)) scan(m_settings.badges[below(m_settings.badges.size())]);
        return;
    }
    if (screen == "stations") return open(m_way[m_place]);
    work();
}

void Worker::open(const std::string& station) {
    m_shell.openStation(QString::fromStdString(station));
}

void Worker::work() {
    const QString layout = m_shell.work()->layout();
    if (layout == "wait") return;
    if (layout == "refusal") return answerRefusal();
    if (layout == "help") return m_shell.settle();
    if (layout == "result") {
        ++m_told;
        for (const domain::Uuid& command : std::exchange(m_behind, {}))
            m_journal.note("done", command.text());
        if (chance(0.03)) return m_shell.undo();
        if (!m_resting) moveOn();
        return;
    }
    if (m_resting && m_shell.work()->unit().isEmpty()) return;
    if (chance(0.004)) return scan(m_settings.badges[below(m_settings.badges.size())]);
    answerCard();
}

/// With the same unit to the next station, or with another one.
void Worker::moveOn() {
    m_shell.work()->next();
    if (chance(0.5)) m_unit.clear();
    m_refusals = 0;
    m_place = chance(0.3) ? below(m_way.size()) : (m_place + 1) % m_way.size();
    open(m_way[m_place]);
}

/// A machine that is refused again and again is put down for another one.
void Worker::answerRefusal() {
    const QVariantMap refusal = m_shell.work()->refusal();
    const QString code = refusal["code"].toString();
    const bool begins = refusal.contains("again") && chance(0.3);
    begins ? m_shell.work()->beginAnew() : m_shell.settle();
    if (code == "waits_elsewhere" && chance(0.9)) return follow(refusal["expectedText"].toString());
    const bool gaveUp = ++m_refusals > mostRefusals;
    if (!gaveUp && code != "waits_elsewhere" && code != "not_known_here" && !chance(0.3)) return;
    if (gaveUp) {
        m_unit.clear();
        m_refusals = 0;
    }
    m_place = (m_place + 1) % m_way.size();
    open(m_way[m_place]);
}

/// The screen says where the unit in hand belongs.
void Worker::follow(const QString& station) {
    for (std::size_t place = 0; place < m_way.size(); ++place) {
        if (m_procedures[m_way[place]]->title.fr != station.toStdString()) continue;
        m_place = place;
        return open(m_way[m_place]);
    }
    m_unit.clear();  // its station is none of ours
}

const Card* Worker::cardOnScreen() const {
    const auto procedure = m_procedures.find(m_way[m_place]);
    const std::string id = m_shell.work()->card().toStdString();
    for (const Card& card : procedure->second->cards)
        if (card.id == id) return &card;
    return nullptr;
}

void Worker::answerCard() {
    const Card* card = cardOnScreen();
    terminal::WorkScreen& screen = *m_shell.work();
    if (!card) return open(m_way[m_place]);
    const auto offers = static_cast<std::size_t>(screen.answers().size());
    switch (card->ask) {
        case Ask::scan:
            return scanFor(*card);
        case Ask::choice:
        case Ask::product:
        case Ask::drive:
        case Ask::pick:
            if (offers == 0) {
                if (chance(0.05)) moveOn();
                return;
            }
            return screen.answer(static_cast<int>(chance(0.85) ? 0 : below(offers)));
        case Ask::several:
            screen.answer(static_cast<int>(below(offers)));
            return screen.confirm();
        case Ask::number:
            type(std::to_string(card->number.least + static_cast<std::int64_t>(below(static_cast<std::size_t>(
                                                         card->number.most - card->number.least + 1)))));
            return screen.confirm();
        case Ask::pin:
            type(m_settings.secondPin);
            return screen.confirm();
        case Ask::confirm:
            return screen.confirm();
        case Ask::bench:
            return screen.skip();
        case Ask::print:
        case Ask::reprint:
            return;
    }
}

void Worker::type(const std::string& digits) {
    for (const char digit : digits)
        m_shell.work()->press(QString(QChar(digit)));
}

void Worker::scanFor(const Card& card) {
    const std::string wanted = m_shell.work()->wantedCode().toStdString();
    if (!wanted.empty() && chance(0.95)) return scan(wanted);
    switch (card.expect) {
        case Expect::unit:
            m_unit = unitToScan();
            return m_unit.empty() ? moveOn() : scan(m_unit);
        case Expect::badge:
            return scan(m_settings.secondBadge);
        case Expect::location:
            return scan(m_settings.shelf);
        case Expect::serial:
        case Expect::text:
            return scan("CAMPAIGN-" + std::to_string(below(1000)));
        case Expect::printed:
            return scan(m_shell.printedCodes().value(0).toStdString());
        case Expect::container:
        case Expect::drive:
            return m_shell.undo();
    }
}

std::string Worker::unitToScan() {
    if (!m_unit.empty()) return m_unit;
    std::vector<std::string> units;
    std::ifstream file(m_settings.pool);
    for (std::string code; std::getline(file, code);)
        units.push_back(code);
    return units.empty() ? "" : units[below(units.size())];
}

}  // namespace remise::campaign
