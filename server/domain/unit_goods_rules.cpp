#include <algorithm>

#include "server/domain/identifiers.h"
#include "server/domain/payment.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/unit_rules.h"
#include "server/domain/unit_state.h"

namespace remise::domain {
namespace {

/// Records the command's event; the request that the unit is for follows.
Verdict recordForRequest(Draft& draft, const Entity& unit, Value data, Value progress = {}) {
    const std::string request = UnitState(unit.state).text("request");
    draft.record(unit, std::move(data));
    if (!request.empty())
        draft.progress(request, draft.get(Subject::unit, unit.code), draft.row().to, std::move(progress));
    return {};
}

/// The delivery note is numbered within its request: 2026-00412-BL7.
std::string deliveryNote(const Draft& draft, const Entity& unit) {
    const std::string number = UnitState(unit.state).text("request");
    const Entity* request = draft.find(Subject::request, number);
    return (request ? number : unit.code) + "-BL" + std::to_string(request ? request->version + 1 : 1);
}

}  // namespace

Verdict mayBeSold(const Entity& unit) {
    const UnitState state(unit.state);
    if (const auto letter = state.text("grade"); letter.empty() || letter == "R" || !state.hasFact("tested"))
        return Refusal(refusals::notForSale, {{"code", unit.code}, {"grade", letter}});
    if (unit.state.boolOr("public_gift", false) && !publicGiftsMayBeSold)
        return Refusal(refusals::publicGiftOff, {{"code", unit.code}});
    return {};
}

Verdict stock(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    const UnitState state(unit.state);
    const Value& data = draft.data();
    if (!data.has("price_cents") || !data.has("warranty_months")) return Refusal(refusals::priceNeeded);
    const CategoryPolicy* policy = findPolicy(state.text("category"));
    if (unit.state.boolOr("public_gift", false) && policy && policy->giftCeilingCents > 0 &&
        data.integerOr("price_cents", 0) > policy->giftCeilingCents)
        return Refusal(refusals::overCeiling, {{"ceiling", std::to_string(policy->giftCeilingCents / 100)}});
    if (auto sale = mayBeSold(unit); !sale) return sale;
    return plain(draft, unit);
}

Verdict reserve(Draft& draft, const Entity& unit) {
    const std::string number = draft.data().textOr("request");
    const Entity* request = draft.find(Subject::request, number);
    if (!request) return Refusal(refusals::unknownCode, {{"code", number}});
    if (auto fits = fitsRequest(draft, *request, unit); !fits) return fits;
    draft.record(unit, draft.data());
    draft.progress(number, draft.get(Subject::unit, unit.code), "reserved");
    return {};
}

/// From here on it is in no request.
Verdict leaveRequest(Draft& draft, const Entity& unit) {
    const std::string request = UnitState(unit.state).text("request");
    draft.record(unit, draft.data());
    if (!request.empty()) draft.progress(request, draft.get(Subject::unit, unit.code), "");
    return {};
}

Verdict followRequest(Draft& draft, const Entity& unit) {
    return recordForRequest(draft, unit, draft.data());
}

Verdict pick(Draft& draft, const Entity& unit) {
    const std::string number = UnitState(unit.state).text("request");
    const Entity* request = draft.find(Subject::request, number);
    static constexpr std::string_view ready = "confirmed paid preparing partly_shipped";
    if (!request || !containsWord(ready, request->stage))
        return Refusal(refusals::requestNotConfirmed, {{"request", number}});
    if (amountDueFirst(request->state) > 0) return Refusal(refusals::requestNotPaid, {{"request", number}});
    return recordForRequest(draft, unit, draft.data());
}

Verdict pack(Draft& draft, const Entity& unit) {
    const CategoryPolicy* policy = findPolicy(UnitState(unit.state).text("category"));
    const auto& packed = draft.data()["accessories"].array();
    const bool known = std::all_of(packed.begin(), packed.end(), [](const Value& accessory) {
        return accessory.isText() && isCounted(accessory.text());
    });
    if (!known || packed.size() > 20) return Refusal(refusals::badData, {{"field", "accessories"}});
    if (policy && !policy->accessories.empty() &&
        std::find(packed.begin(), packed.end(), Value(policy->accessories)) == packed.end())
        return Refusal(refusals::accessoryMissing, {}, {{"accessory", goodsWords(policy->accessories)}});
    Value data = draft.data();
    const std::int64_t usual = policy ? policy->weightGrams : 0, weight = data.integerOr("weight_g", 0);
    if (usual > 0 && weight > 0 && (weight * 10 < usual * 9 || weight * 10 > usual * 11))
        data["unusual_weight"] = true;
    return recordForRequest(draft, unit, data);
}

Verdict ship(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    Value data = draft.data();
    const std::string carrier = data.textOr("carrier"), tracking = data.textOr("tracking");
    if (checkTracking(carrier, tracking) == TrackingVerdict::invalid)
        return Refusal(refusals::badTracking, {{"tracking", tracking}, {"carrier", carrier}});
    const std::string note = deliveryNote(draft, unit);
    data["delivery_note"] = note;
    return recordForRequest(
        draft, unit, data,
        Value::Object{{"carrier", carrier}, {"tracking", tracking}, {"delivery_note", note}});
}

Verdict handOver(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    Value data = draft.data();
    const std::string note = deliveryNote(draft, unit);
    data["delivery_note"] = note;
    return recordForRequest(draft, unit, data, Value::Object{{"delivery_note", note}});
}

Verdict restock(Draft& draft, const Entity& unit) {
    if (!unit.state.boolOr("unopened", false)) return Refusal(refusals::notUnopened, {{"code", unit.code}});
    if (auto sale = mayBeSold(unit); !sale) return sale;
    return leaveSecureZone(draft, unit);
}

Verdict leaveSecureZone(Draft& draft, const Entity& unit) {
    if (auto clear = drivesClear(unit); !clear) return clear;
    return plain(draft, unit);
}

/// What was taken out of it is counted, as parts in a box are.
Verdict dismantle(Draft& draft, const Entity& unit) {
    if (draft.data().has("parts"))
        if (auto lines = checkCountedLines(draft.data()["parts"], 1); !lines) return lines;
    return plain(draft, unit);
}

/// With its data inside, if need be: it goes to whom the data belongs.
Verdict handBack(Draft& draft, const Entity& unit) {
    if (UnitState(unit.state).text("owner") == "ours")
        return Refusal(refusals::ownerIsUs, {{"code", unit.code}});
    return plain(draft, unit);
}

}  // namespace remise::domain
