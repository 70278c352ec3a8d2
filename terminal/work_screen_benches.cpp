#include <algorithm>

#include "terminal/bench_rules.h"
#include "terminal/bench_view.h"
#include "terminal/card_view.h"
#include "terminal/scan_rules.h"
#include "terminal/work_screen.h"

/// The machines on the benches: how they stand, and which of them is the unit.
namespace remise::terminal {

using domain::Value;

/// While no unit is in hand, a station that lets machines begin shows how they all stand.
bool WorkScreen::looksAtBenches() const {
    const Card* card = m_work.card();
    const bool waitsForUnit = card && card->ask == Ask::scan && card->expect == Expect::unit &&
                              m_work.player().answers()["unit"].isNull();
    return waitsForUnit && !m_benches.all().empty() &&
           std::ranges::any_of(m_work.player().procedure().cards,
                               [](const Card& one) { return one.ask == Ask::bench; });
}

/// What a machine says moves nothing but its tile, unless the first has come or the last has gone.
void WorkScreen::followBenches() {
    if (layout() != m_shownLayout) return emit changed();
    turnWithCard();
    emit benchesChanged();
}

QVariantList WorkScreen::benches() const {
    QVariantList tiles;
    if (!m_work.isOpen()) return tiles;
    const Value& unit = m_work.player().answers()["unit"];
    for (const Value& bench : m_work.machines()) {
        QVariantMap tile = benchTile(bench, m_wording);
        tile["isOther"] = isOtherSerialThan(bench, unit) && !isBenchOf(bench, unit);
        tile["mark"] = isBenchOf(bench, unit)         ? word("bench.this")
                       : isLikelyBenchOf(bench, unit) ? word("bench.likely")
                       : tile["isOther"].toBool()     ? word("bench.other")
                                                      : QString();
        tiles.append(tile);
    }
    return tiles;
}

QStringList WorkScreen::knownAs() const {
    QStringList codes;
    for (const std::string& code : m_work.knownAs())
        codes.append(asQString(groupedCode(code)));
    return codes;
}

QVariantMap WorkScreen::begunMachine() const {
    return {{"title", word("begun.title")},
            {"where", word("begun.next")},
            {"sign", "go"},
            {"text", word("begun.text")},
            {"code", asQString(groupedCode(m_work.result()->code))},
            {"icon", "devices-pc"}};
}

void WorkScreen::chooseBench(const QString& report) {
    const auto machines = m_work.machines();
    const bool isThere = std::ranges::any_of(
        machines, [&](const Value& machine) { return machine.textOr("report") == report.toStdString(); });
    if (isAnswerable() && layout() == "bench" && isThere) m_work.begin(report.toStdString());
}

void WorkScreen::confirmTwo() {
    if (isAnswerable() && layout() == "two") m_work.confirmTwo();
}

void WorkScreen::admitOne() {
    if (isAnswerable() && layout() == "two") m_work.admitOne();
}

}  // namespace remise::terminal
