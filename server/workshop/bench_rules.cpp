#include "server/workshop/bench_rules.h"

#include <algorithm>

#include "server/domain/kinds.h"
#include "server/domain/refusals.h"

namespace remise::workshop {

using namespace domain;

namespace {

constexpr std::size_t mostRows = 128;
constexpr std::string_view stateFields =
    "phase=word! needs=word message=text machine=object drives=list tests=list";
constexpr std::string_view machineFields = "maker=text model=text serial=text bench=text";
constexpr std::string_view driveFields =
    "serial=text model=text bytes=0..9007199254740991 medium=word! state=word! method=word permil=0..1000 "
    "bytes_per_second=0..9007199254740991 remaining_s=0..99999999 bad_sectors=0..9007199254740991 "
    "reason=word";
constexpr std::string_view testFields = "test=word! result=waiting|running|hands|pass|fail|na! defect=word";

struct Phase {
    std::string_view name, tone;
};
constexpr Phase phases[] = {{"starting", "info"}, {"inventory", "info"}, {"waiting", "wait"},
                            {"testing", "info"},  {"hands", "wait"},     {"erasing", "info"},
                            {"checking", "info"}, {"sending", "info"},   {"kept", "wait"},
                            {"done", "go"},       {"failed", "stop"},    {"stopped", "stop"}};

Verdict checkRows(const Value& state, std::string_view list, std::string_view fields) {
    if (!state.has(list)) return {};
    const auto& rows = state[list].array();
    if (rows.size() > mostRows) return Refusal(refusals::tooLarge, {{"limit", std::to_string(mostRows)}});
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (auto fits = checkMembers(fields, rows[i], std::string(list) + "." + std::to_string(i)); !fits)
            return fits;
    return {};
}

std::int64_t permilOf(const Value& drive) {
    const std::string state = drive.textOr("state");
    if (state == "erased" || state == "failed") return 1000;
    return drive.integerOr("permil", 0);
}

}  // namespace

Verdict checkBenchState(const Value& state) {
    if (auto fits = checkMembers(stateFields, state, ""); !fits) return fits;
    if (benchPhaseTone(state.textOr("phase")).empty())
        return Refusal(refusals::badData, {{"field", "phase"}});
    if (state.has("machine"))
        if (auto fits = checkMembers(machineFields, state["machine"], "machine"); !fits) return fits;
    if (auto fits = checkRows(state, "drives", driveFields); !fits) return fits;
    return checkRows(state, "tests", testFields);
}

std::string_view benchPhaseTone(std::string_view phase) {
    const auto* found = std::ranges::find(phases, phase, &Phase::name);
    return found == std::end(phases) ? "" : found->tone;
}

std::int64_t benchPermil(const Value& state) {
    if (!state.has("drives") || state["drives"].array().empty()) return -1;
    std::int64_t done = 0, all = 0;
    for (const Value& drive : state["drives"].array()) {
        const std::int64_t bytes = std::max<std::int64_t>(1, drive.integerOr("bytes", 1) >> 20);
        done += bytes * permilOf(drive);
        all += bytes;
    }
    return done / all;
}

std::string remainingInWords(std::int64_t seconds, Language) {
    constexpr std::int64_t minute = 60, hour = 3600;
    if (seconds <= 0) return "";
    if (seconds < minute) return std::to_string(seconds) + " s";
    const std::int64_t minutes = (seconds + minute / 2) / minute;
    if (minutes < minute) return std::to_string(minutes) + " min";
    const std::int64_t rest = minutes % minute;
    return std::to_string(seconds / hour) + " h " + (rest < 10 ? "0" : "") + std::to_string(rest);
}

std::string speedInWords(std::int64_t bytesPerSecond, Language language) {
    constexpr std::int64_t mega = 1'000'000;
    if (bytesPerSecond <= 0) return "";
    return std::to_string(std::max<std::int64_t>(1, bytesPerSecond / mega)) +
           (language == Language::french ? " Mo/s" : " MB/s");
}

}  // namespace remise::workshop
