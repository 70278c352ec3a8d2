#include "terminal/shell.h"

#include <QDebug>
#include <algorithm>
#include <chrono>

#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "terminal/card_view.h"
#include "terminal/printer_words.h"
#include "terminal/procedure_json.h"
#include "terminal/wording.h"

namespace remise::terminal {

using namespace std::chrono_literals;
using domain::CodeKind;
using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

namespace {

constexpr auto signOutAfter = 3min;
constexpr auto askAgainAfter = 2s;
constexpr std::chrono::milliseconds listsRest = 1min;
constexpr qsizetype rememberedCodes = 4;
constexpr qsizetype rememberedUnits = 3;

/// Puts the code first, once.
void remember(QStringList& codes, const QString& code, qsizetype most) {
    codes.removeAll(code);
    codes.prepend(code);
    if (codes.size() > most) codes.removeLast();
}

/// As long as a badge and begun like one, its check letter right or not.
bool looksLikeBadge(const std::string& text) {
    const std::string_view prefix = domain::codePrefix(CodeKind::badge);
    const auto letters = static_cast<std::size_t>(domain::codeLetters(CodeKind::badge));
    return text.starts_with(prefix) && text.size() == prefix.size() + letters + 1;
}

}  // namespace

Shell::Shell(Client& client, Outbox& outbox, Cache& cache, Printing& printing, Clock clock, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_outbox(outbox),
      m_knowledge(client, outbox, cache),
      m_printing(printing),
      m_benches(client),
      m_work(client, m_knowledge, outbox, printing, m_benches),
      m_screen(m_work, m_benches, std::move(clock)),
      m_printers(printing.printers()),
      m_ownLanguage(client.language()) {
    setLanguage(m_ownLanguage);
    m_idle.setSingleShot(true);
    m_idle.setInterval(signOutAfter);
    connect(&m_idle, &QTimer::timeout, this, &Shell::leave);
    m_lists.setSingleShot(true);
    connect(&m_lists, &QTimer::timeout, this, &Shell::fetchLists);
    connect(this, &Shell::changed, &m_benches, [this] { m_benches.follow(showsBenches()); });
    connect(&m_outbox, &Outbox::changed, this, &Shell::changed);
    connect(&m_outbox, &Outbox::turnedAway, this, &Shell::turnAway);
    connect(&m_outbox, &Outbox::foundRestored, &m_printing, &Printing::leaseAnew);
    connect(&m_client, &Client::awayChanged, this, &Shell::noteAway);
    connect(&m_printing, &Printing::changed, this, &Shell::changed);
    connect(&m_printing, &Printing::printed, this, [this](const QString& code) {
        remember(m_printedCodes, code, rememberedCodes);
        emit changed();
    });
}

QString Shell::screen() const {
    if (m_worker.isEmpty()) return "signIn";
    if (m_isAtPrinters) return "printers";
    return m_station ? "work" : "stations";
}

/// Only at stations that let machines begin, and only while somebody is there.
bool Shell::showsBenches() const {
    return screen() == "work" &&
           std::ranges::find(m_station->cards, Ask::bench, &Card::ask) != m_station->cards.end();
}

QString Shell::stationTitle() const {
    return m_station ? asQString(m_station->title.in(m_client.language())) : QString();
}

QString Shell::stationIcon() const {
    return m_station ? asQString(m_station->icon) : QString();
}

QVariantMap Shell::describe(const Procedure& procedure) const {
    return {{"station", asQString(procedure.station)},
            {"label", asQString(procedure.title.in(m_client.language()))},
            {"icon", asQString(procedure.icon)}};
}

QVariantList Shell::stations() const {
    QVariantList stations;
    for (const auto& procedure : m_procedures)
        stations.append(describe(*procedure));
    return stations;
}

QVariantMap Shell::refusal() const {
    if (!m_trouble) return {};
    const bool known = !m_worker.isEmpty();
    QVariantMap refusal = viewOf(*m_trouble);
    refusal["expected"] = known ? "apps" : "id-badge-2";
    refusal["expectedText"] = m_words[known ? "stations.sentence" : "signIn.sentence"];
    return refusal;
}

void Shell::setLanguage(domain::Language language) {
    m_client.setLanguage(language);
    m_words = wordingIn(language);
    m_screen.setLanguage(language, m_words);
    m_printers.setLanguage(language, m_words);
    tellStations();
    emit changed();
}

void Shell::begin() {
    m_outbox.begin();
    fetchProcedures();
}

void Shell::turnAway(const Trouble& trouble) {
    if (trouble.code == refusals::tokenUnknown.code) emit tokenRefused();
}

/// What was kept is used at once; what the server has now comes when it is back.
void Shell::fetchProcedures() {
    m_knowledge.list("/api/v1/procedures", [this](const Answer& answer) {
        if (answer.ok()) {
            takeProcedures(answer.body.isArray() ? answer.body : answer.body["procedures"]);
            return m_knowledge.begin();
        }
        complain(*answer.trouble);
        turnAway(*answer.trouble);
        QTimer::singleShot(askAgainAfter, this, &Shell::fetchProcedures);
    });
}

/// A server that answers now and then must not be asked for everything each time.
void Shell::noteAway() {
    emit changed();
    if (m_client.isAway() || !isReady() || m_lists.isActive()) return;
    m_lists.start(static_cast<int>(m_listsRest.remainingTime()));
}

void Shell::fetchLists() {
    if (m_client.isAway()) return;
    m_listsRest.setRemainingTime(listsRest);
    fetchProcedures();
}

QString Shell::stuck() const {
    if (!m_outbox.canStore()) return m_words["stuck.disk"].toString();
    if (m_outbox.isTurnedAway()) return m_words["stuck.token"].toString();
    if (m_outbox.setAside() > 0) return m_words["stuck.aside"].toString();
    if (m_outbox.damagedFiles() > 0) return m_words["stuck.damaged"].toString();
    const auto printer = m_printing.trouble();
    return printer ? headLine(*printer, m_words) : QString();
}

void Shell::takeProcedures(const Value& list) {
    m_procedures.clear();
    m_trouble.reset();
    for (const Value& json : list.isArray() ? list.array() : Value::Array{}) {
        auto procedure = readProcedure(json);
        if (!procedure) {
            qWarning("%s", procedure.refusal().text(domain::Language::english).c_str());
            m_trouble = troubleOf(procedure.refusal(), m_client.language());
            continue;
        }
        m_procedures.push_back(std::make_shared<const Procedure>(std::move(*procedure)));
    }
    tellStations();
    m_printing.lease();
    emit changed();
}

void Shell::tellStations() {
    QVariantMap byStep;
    for (const auto& procedure : m_procedures) {
        for (const std::string& step : procedure->serves)
            byStep[asQString(step)] = describe(*procedure);
    }
    m_screen.setStations(byStep);
}

void Shell::complain(const Trouble& trouble) {
    m_trouble = trouble;
    emit changed();
}

void Shell::complain(const domain::RefusalKind& kind) {
    complain(troubleOf(Refusal(kind), m_client.language()));
}

void Shell::hear(const domain::Scan& scan) {
    m_helping = false;
    stir();
    const std::string text = domain::plainText(scan);
    const auto kind = domain::codeKind(text);
    const bool working = m_station && !m_worker.isEmpty() && !m_checking;
    if (kind == CodeKind::badge && !(working && m_work.wantsBadge())) return signIn(text);
    if (m_checking) {
        m_heldScan = scan;  // the screen asks for a moment
        return;
    }
    if (m_worker.isEmpty())
        return complain(looksLikeBadge(text) ? refusals::badgeUnknown : refusals::badgeFirst);
    if (kind == CodeKind::modeCard) return openByModeCard(text);
    if (!working) return complain(refusals::stationFirst);
    if (kind == CodeKind::unit) remember(m_scannedUnits, asQString(text), rememberedUnits);
    m_trouble.reset();
    leavePrinters();
    m_work.scan(scan);
}

void Shell::openByModeCard(const std::string& code) {
    const auto found =
        std::ranges::find_if(m_procedures, [&](const auto& one) { return one->modeCard == code; });
    if (found == m_procedures.end()) return complain(refusals::noSuchStation);
    leavePrinters();
    open(*found);
}

void Shell::openStation(const QString& station) {
    if (m_checking) return;
    const auto found = std::ranges::find_if(
        m_procedures, [&](const auto& one) { return one->station == station.toStdString(); });
    if (found == m_procedures.end()) return;
    leavePrinters();
    open(*found);
}

void Shell::open(std::shared_ptr<const Procedure> procedure) {
    m_helping = false;
    m_trouble.reset();
    m_station = std::move(procedure);
    m_work.open(m_station, m_badge);
    m_screen.turn();
    emit changed();
}

void Shell::undo() {
    if (m_checking) return leave();
    if (m_isAtPrinters) return leavePrinters();
    if (screen() == "work") return m_work.undo();
    if (m_trouble) return settle();
    if (screen() == "stations") leave();
}

void Shell::help() {
    if (screen() == "work") return m_screen.showHelp();
    m_helping = !m_helping;
    emit changed();
}

/// From the card to the choice of station, from there to the next person's badge.
void Shell::change() {
    m_helping = false;
    if (m_isAtPrinters) return leavePrinters();
    if (!m_station) return leave();
    m_station.reset();
    m_trouble.reset();
    emit changed();
}

void Shell::showPrinters() {
    if (m_worker.isEmpty() || m_checking) return;
    m_helping = false;
    m_isAtPrinters = true;
    m_printers.show(m_right);
    emit changed();
}

void Shell::leavePrinters() {
    if (std::exchange(m_isAtPrinters, false)) {
        m_printers.hide();
        m_screen.turn();
    }
    emit changed();
}

void Shell::settle() {
    m_helping = false;
    if (m_trouble) {
        m_trouble.reset();
        m_screen.turn();
    } else if (screen() == "work") {
        m_screen.settle();
    }
    emit changed();
}

}  // namespace remise::terminal
