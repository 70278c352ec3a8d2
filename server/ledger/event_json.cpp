#include "server/ledger/event_json.h"

#include "server/proof/chain.h"

namespace remise::ledger {

void appendEventJson(std::string& out, const db::StoredEvent& stored, std::string_view code,
                     const std::optional<domain::Digest>& previous) {
    const domain::Event& event = stored.event;
    const auto text = [&out](std::string_view name, std::string_view value) {
        out.append(name.data(), name.size());
        domain::appendCanonicalText(out, value);
    };
    const auto number = [&out](std::string_view name, std::int64_t value) {
        out.append(name.data(), name.size());
        out += std::to_string(value);
    };
    number("{\"format\":", proof::chainFormat);
    if (previous) text(",\"previous\":", previous->hex());
    text(",\"entity\":", proof::entityName(stored.subject, code));
    number(",\"seq\":", event.seq);
    text(",\"command\":", event.command.text());
    text(",\"kind\":", event.kind);
    number(",\"kind_version\":", event.kindVersion);
    number(",\"at\":", event.at);
    number(",\"recorded_at\":", event.recordedAt);
    text(",\"station\":", event.station);
    text(",\"actor\":", event.actor.text());
    text(",\"stage_after\":", event.stageAfter);
    (out += ",\"data\":") += stored.canonicalData;
    text(",\"hash\":", stored.hash.hex());
    out += '}';
}

}  // namespace remise::ledger
