#include "terminal/bench_view.h"

#include <algorithm>

#include "server/domain/bench_state.h"
#include "terminal/bench_rules.h"
#include "terminal/card_view.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

using domain::Value;

namespace {

struct Pictured {
    std::string_view word, icon;
};
constexpr Pictured phases[] = {
    {"starting", "power"},      {"inventory", "list-details"}, {"waiting", "qrcode"},
    {"testing", "checklist"},   {"hands", "hand-finger"},      {"erasing", "eraser"},
    {"checking", "zoom-check"}, {"sending", "cloud-up"},       {"kept", "wifi-off"},
    {"done", "circle-check"},   {"failed", "database-x"},      {"stopped", "hand-stop"}};
constexpr Pictured needs[] = {
    {"scan", "scan"},    {"hands", "hand-finger"},      {"destroy", "database-x"}, {"leader", "user-circle"},
    {"network", "plug"}, {"power", "battery-charging"}, {"take", "package"},       {"check", "users"}};

template <std::size_t N>
QString pictureOf(const Pictured (&table)[N], std::string_view word, std::string_view otherwise) {
    const auto* row = std::ranges::find(table, word, &Pictured::word);
    return asQString(row == std::end(table) ? otherwise : row->icon);
}

/// A word that a newer workbench says, and this terminal does not know, is shown as it is.
QString wordOf(const QVariantMap& wording, const QString& key, const std::string& plain) {
    return wording.value(key + asQString(plain), asQString(plain)).toString();
}

/// What tells it best: "ThinkPad T480".
QString nameOf(const Value& machine, const QVariantMap& wording) {
    const std::string name = machine.textOr("model", machine.textOr("maker"));
    return name.empty() ? wording["bench.unknown"].toString() : asQString(name);
}

/// Where to look for it, and who made it: "banc 3 · Lenovo".
QString detailOf(const Value& machine) {
    const std::string place = machine.textOr("bench"), maker = machine.textOr("maker");
    return asQString(place + (place.empty() || maker.empty() ? "" : " · ") + maker);
}

/// How many of its tests are answered, in thousandths.
int testsPermil(const Value& tests) {
    if (!tests.isArray() || tests.array().empty()) return -1;
    const auto isDone = [](const Value& test) {
        const std::string result = test.textOr("result");
        return result == "pass" || result == "fail" || result == "na";
    };
    const auto done = std::ranges::count_if(tests.array(), isDone);
    return static_cast<int>(1000 * done / std::ssize(tests.array()));
}

bool isWithDrives(std::string_view phase) {
    return phase == "erasing" || phase == "checking";
}

int permilOf(const Value& state) {
    const std::string phase = state.textOr("phase");
    if (isWithDrives(phase)) return static_cast<int>(domain::benchPermil(state));
    return phase == "testing" ? testsPermil(state["tests"]) : -1;
}

}  // namespace

QVariantMap benchTile(const Value& bench, const QVariantMap& wording) {
    const Value& state = bench["state"];
    const std::string phase = state.textOr("phase"), wants = state.textOr("needs");
    const bool isLost = isBenchLost(bench);
    const std::string left = isWithDrives(phase) && !isLost
                                 ? domain::remainingInWords(domain::benchSecondsLeft(state))
                                 : std::string();
    return {{"report", asQString(bench.textOr("report"))},
            {"code", asQString(groupedCode(bench.textOr("unit")))},
            {"name", nameOf(state["machine"], wording)},
            {"detail", detailOf(state["machine"])},
            {"sign", isLost ? "wait" : asQString(domain::benchPhaseTone(phase))},
            {"icon", isLost ? "plug-x" : pictureOf(phases, phase, "device-desktop")},
            {"word", isLost ? wording["bench.silent"].toString() : wordOf(wording, "bench.phase.", phase)},
            {"needs", wants.empty() || isLost ? QString() : wordOf(wording, "bench.needs.", wants)},
            {"needsIcon", wants.empty() ? QString() : pictureOf(needs, wants, "hand-finger")},
            {"permil", isLost ? -1 : permilOf(state)},
            {"left",
             left.empty() ? QString() : wording["bench.left"].toString().replace("{time}", asQString(left))},
            {"isOver", domain::isBenchPhaseOver(phase)}};
}

}  // namespace remise::terminal
