#include "server/domain/bench_state.h"

#include <algorithm>

namespace remise::domain {

namespace {

struct Phase {
    std::string_view name, tone;
};
constexpr Phase phases[] = {{"starting", "info"}, {"inventory", "info"}, {"waiting", "wait"},
                            {"testing", "info"},  {"hands", "wait"},     {"erasing", "info"},
                            {"checking", "info"}, {"sending", "info"},   {"kept", "wait"},
                            {"done", "go"},       {"failed", "stop"},    {"stopped", "stop"}};

std::int64_t permilOf(const Value& drive) {
    const std::string state = drive.textOr("state");
    if (state == "erased" || state == "verified" || state == "unproven" || state == "failed") return 1000;
    return drive.integerOr("permil", 0);
}

}  // namespace

std::string_view benchPhaseTone(std::string_view phase) {
    const auto* found = std::ranges::find(phases, phase, &Phase::name);
    return found == std::end(phases) ? "" : found->tone;
}

bool isBenchPhaseOver(std::string_view phase) {
    return phase == "done" || phase == "failed";
}

bool isBenchLost(const Value& state, bool isSilent) {
    return isSilent && !isBenchPhaseOver(state.textOr("phase"));
}

int benchUrgency(const Value& state, bool isSilent) {
    const std::string needs = state.textOr("needs");
    if (isBenchLost(state, isSilent)) return 2;
    if (!needs.empty() && needs != "take") return 0;
    const std::string_view tone = benchPhaseTone(state.textOr("phase"));
    return tone == "stop" ? 1 : tone == "wait" ? 2 : tone == "info" ? 3 : 4;
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

std::int64_t benchSecondsLeft(const Value& state) {
    std::int64_t longest = 0;
    if (state.has("drives"))
        for (const Value& drive : state["drives"].array())
            longest = std::max(longest, drive.integerOr("remaining_s", 0));
    return longest;
}

std::string remainingInWords(std::int64_t seconds) {
    constexpr std::int64_t minute = 60, hour = 3600;
    if (seconds <= 0) return "";
    if (seconds < minute) return std::to_string(seconds) + " s";
    const std::int64_t minutes = (seconds + minute / 2) / minute;
    if (minutes < minute) return std::to_string(minutes) + " min";
    const std::int64_t rest = minutes % minute;
    return std::to_string(seconds / hour) + " h " + (rest < 10 ? "0" : "") + std::to_string(rest);
}

}  // namespace remise::domain
