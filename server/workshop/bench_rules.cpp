#include "server/workshop/bench_rules.h"

#include <algorithm>

#include "server/domain/bench_state.h"
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

Verdict checkRows(const Value& state, std::string_view list, std::string_view fields) {
    if (!state.has(list)) return {};
    const auto& rows = state[list].array();
    if (rows.size() > mostRows) return Refusal(refusals::tooLarge, {{"limit", std::to_string(mostRows)}});
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (auto fits = checkMembers(fields, rows[i], std::string(list) + "." + std::to_string(i)); !fits)
            return fits;
    return {};
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

std::string speedInWords(std::int64_t bytesPerSecond, Language language) {
    constexpr std::int64_t mega = 1'000'000;
    if (bytesPerSecond <= 0) return "";
    return std::to_string(std::max<std::int64_t>(1, bytesPerSecond / mega)) +
           (language == Language::french ? " Mo/s" : " MB/s");
}

}  // namespace remise::workshop
