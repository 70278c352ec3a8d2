#include "terminal/printer_screen.h"

#include <algorithm>
#include <chrono>

#include "terminal/card_view.h"
#include "terminal/printer_words.h"
#include "terminal/procedure.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

using drivers::PrinterState;

namespace {

constexpr auto betweenLooks = std::chrono::seconds(1);

/// "50×25 mm"
QString sizeOf(const labels::Paper& paper, domain::Language language) {
    QString size = asQString(labels::nameOf(paper)).replace("x", "×") + "\u00a0mm";
    return language == domain::Language::french ? size.replace(".", ",") : size;
}

}  // namespace

PrinterScreen::PrinterScreen(Printers& printers, QObject* parent) : QObject(parent), m_printers(printers) {
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, &m_printers, &Printers::ask);
    connect(&m_printers, &Printers::changed, this, &PrinterScreen::look);
    look();
}

void PrinterScreen::look() {
    m_known = m_printers.known();
    if (!chosen()) m_chosen = m_known.empty() ? "" : m_known.front().identity.id;
    emit changed();
}

const Printers::Known* PrinterScreen::chosen() const {
    const auto found =
        std::ranges::find_if(m_known, [&](const auto& known) { return known.identity.id == m_chosen; });
    return found == m_known.end() ? nullptr : &*found;
}

void PrinterScreen::setLanguage(domain::Language language, QVariantMap wording) {
    m_language = language;
    m_wording = std::move(wording);
    emit changed();
}

void PrinterScreen::show(Right right) {
    m_canChoose = right == Right::choose;
    m_printers.ask();
    m_again.start();
    look();
}

void PrinterScreen::hide() {
    m_again.stop();
}

QVariantList PrinterScreen::printers() const {
    QVariantList all;
    for (const Printers::Known& known : m_known) {
        const drivers::PrinterIdentity& identity = known.identity;
        const bool isNamed = identity.model.starts_with(identity.maker);
        QVariantMap row = viewOf(known.state, m_wording);
        if (known.doubtful)
            row = {{"icon", "tag-off"}, {"word", m_wording["printer.doubt"]}, {"sign", "stop"}};
        row["name"] = asQString(isNamed ? identity.model : identity.maker + " " + identity.model);
        const bool isTwin = std::ranges::count(m_known, identity.model, [](const Printers::Known& one) {
                                return one.identity.model;
                            }) > 1;
        row["detail"] = isTwin ? asQString(identity.serial) : QString();
        row["chosen"] = identity.id == m_chosen;
        all.append(row);
    }
    return all;
}

QVariantList PrinterScreen::labels() const {
    QVariantList all;
    for (const std::string_view kind : stationLabels) {
        const auto place = m_printers.placeOf(kind);
        const auto papers = m_printers.papersOf(m_chosen, kind);
        const bool isHere = place && place->printer == m_chosen;
        const QString paper = isHere           ? sizeOf(place->paper, m_language)
                              : papers.empty() ? ""
                                               : sizeOf(papers.front(), m_language);
        all.append(QVariantMap{{"label", m_wording["label." + asQString(kind)]},
                               {"paper", paper},
                               {"here", isHere},
                               {"fits", !papers.empty()}});
    }
    return all;
}

QString PrinterScreen::doubt() const {
    const Printers::Known* printer = chosen();
    if (!printer || !printer->doubtful) return {};
    return m_wording["printers.doubt"].toString().replace("{code}",
                                                          asQString(groupedCode(*printer->doubtful)));
}

bool PrinterScreen::canTest() const {
    const Printers::Known* printer = chosen();
    return printer && printer->state && canPrint(*printer->state) && !printer->doubtful;
}

void PrinterScreen::select(int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= m_known.size()) return;
    m_chosen = m_known[static_cast<std::size_t>(index)].identity.id;
    emit changed();
}

void PrinterScreen::choose(int index) {
    if (!m_canChoose || index < 0 || static_cast<std::size_t>(index) >= stationLabels.size()) return;
    const std::string_view kind = stationLabels.at(static_cast<std::size_t>(index));
    const auto papers = m_printers.papersOf(m_chosen, kind);
    if (papers.empty()) return;
    const auto place = m_printers.placeOf(kind);
    std::size_t next = 0;
    if (place && place->printer == m_chosen)
        for (std::size_t i = 0; i < papers.size(); ++i)
            if (labels::nameOf(papers[i]) == labels::nameOf(place->paper)) next = (i + 1) % papers.size();
    m_printers.choose(kind, {m_chosen, papers[next]});
}

void PrinterScreen::test() {
    if (!canTest()) return;
    const auto printed = m_printers.printTest(m_chosen, m_language);
    if (!printed) qWarning("%s", printed.refusal().text(domain::Language::english).c_str());
}

void PrinterScreen::found() {
    const Printers::Known* printer = chosen();
    if (printer && printer->doubtful) m_printers.queueWith(*printer->doubtful)->found(*printer->doubtful);
}

void PrinterScreen::destroyed() {
    const Printers::Known* printer = chosen();
    if (printer && printer->doubtful) m_printers.queueWith(*printer->doubtful)->destroyed(*printer->doubtful);
}

}  // namespace remise::terminal
