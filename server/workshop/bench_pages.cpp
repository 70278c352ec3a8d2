#include "server/workshop/bench_pages.h"

#include <algorithm>

#include "server/domain/bench_state.h"
#include "server/domain/canonical.h"
#include "server/domain/policy.h"
#include "server/domain/words.h"
#include "server/workshop/bench_api.h"
#include "server/workshop/bench_rules.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr int mostBenches = 200;
constexpr std::int64_t tenths = 10;  // thousandths to hundredths

/// The words of a state, or the state itself where a newer workbench says one that this server does not know.
std::string wordOf(const http::Strings& strings, const std::string& key, const std::string& plain,
                   Language language) {
    return strings.table(language).contains(key) ? strings.text(key, language) : plain;
}

Value driveView(const Value& drive, const http::Strings& strings, Language language) {
    const std::string state = drive.textOr("state");
    const std::string reason = drive.textOr("reason");
    const bool isMoving = state == "erasing" || state == "verifying";
    const std::string left = remainingInWords(drive.integerOr("remaining_s", 0));
    const std::int64_t bad = drive.integerOr("bad_sectors", 0);
    return Value::Object{
        {"name", drive.textOr("model", drive.textOr("serial"))},
        {"serial", drive.textOr("serial")},
        {"state", wordOf(strings, "bench.drive." + state, state, language)},
        {"tone", containsWord("failed aborted unproven", state) ? "stop"
                 : containsWord("erased verified", state)       ? "go"
                                                                : "info"},
        {"percent", drive.integerOr("permil", 0) / tenths},
        {"is_moving", isMoving},
        {"why", isMoving || reason.empty() || bad > 0
                    ? ""
                    : wordOf(strings, "bench.why." + reason, reason, language)},
        {"speed", speedInWords(drive.integerOr("bytes_per_second", 0), language)},
        {"left", left.empty() ? "" : strings.text("bench.left", language, {{"time", left}})},
        {"bad", bad == 1  ? strings.text("bench.bad_one", language)
                : bad > 0 ? strings.text("bench.bad", language, {{"count", numberInWords(bad, language)}})
                          : ""}};
}

Value benchView(const db::Bench& bench, const http::Strings& strings, Milliseconds now, Language language) {
    const Value state = readCanonical(bench.state);
    const Value& machine = state["machine"];
    const std::string phase = state.textOr("phase"), needs = state.textOr("needs");
    const bool isLost = isBenchLost(state, now - bench.seenAt > benchSilence);
    const std::string tone = isLost ? "wait" : std::string(benchPhaseTone(phase));
    std::string device = machine.textOr("maker");
    if (machine.has("model")) device += (device.empty() ? "" : " ") + machine.textOr("model");
    Value::Array drives;
    if (state.has("drives"))
        for (const Value& drive : state["drives"].array())
            drives.push_back(driveView(drive, strings, language));
    return Value::Object{
        {"code", bench.unit},
        {"device", device.empty() ? strings.text("bench.unknown", language) : device},
        {"place", machine.textOr("bench")},
        {"tone", tone},
        {"needs_tone", tone == "info" ? "wait" : tone},
        {"phase", isLost ? strings.text("bench.silent", language)
                         : wordOf(strings, "bench.phase." + phase, phase, language)},
        {"needs", needs.empty() ? "" : wordOf(strings, "bench.needs." + needs, needs, language)},
        {"heard", momentInWords(bench.seenAt, language)},
        {"is_silent", isLost},
        {"urgency", benchUrgency(state, now - bench.seenAt > benchSilence)},
        {"drives", drives}};
}

http::Reply show(db::Pool& pool, const http::Pages& pages, const http::Request& request) {
    const http::Strings& strings = pages.strings();
    Value::Array rows;
    Milliseconds newest = 0;
    std::int64_t silent = 0;  // who falls silent tells nobody
    for (const db::Bench& bench :
         db::listBenches(*pool.take(), request.caller.site, request.receivedAt - benchMemory, mostBenches)) {
        rows.push_back(benchView(bench, strings, request.receivedAt, request.language));
        newest = std::max(newest, bench.seenAt);
        silent += rows.back()["is_silent"].boolean() ? 1 : 0;
    }
    std::ranges::stable_sort(rows, {}, [](const Value& row) { return row["urgency"].integer(); });
    return pages
        .page("workshop/benches",
              Value::Object{{"title", strings.text("bench.title", request.language)},
                            {"version", std::to_string(newest) + "/" + std::to_string(silent)},
                            {"is_empty", rows.empty()},
                            {"benches", rows}},
              request)
        .with("Cache-Control", "no-store");
}

}  // namespace

void addBenchPages(http::Router& router, db::Pool& pool, const http::Pages& pages) {
    router.add(
        {"GET", "/atelier/bancs", [&](const http::Request& request) { return show(pool, pages, request); }});
    // What a machine's QR code opens: whoever scans it with a telephone sees the benches.
    router.add(
        {"GET", "/b/{report}", [](const http::Request&) { return http::Reply::redirect("/atelier/bancs"); }});
    router.add({"GET", "/atelier/bancs/flux", [](const http::Request& request) {
                    return http::Reply::eventStream(benchChannel(request.caller.site));
                }});
}

}  // namespace remise::workshop
