#include "server/domain/draft.h"
#include "server/domain/policy.h"
#include "server/domain/refusals.h"
#include "server/domain/unit_rules.h"

namespace remise::domain {
namespace {

Outcome<const Entity*> otherContainer(const Draft& draft, const Entity& container, std::string_view field) {
    const std::string code = draft.data().textOr(field);
    if (code == container.code) return Refusal(refusals::sameThing, {{"code", code}});
    return openContainer(draft, code);
}

/// One movement, one event in each of the two histories.
void pour(Draft& draft, const Entity& from, const Entity& to, const Value& lines,
          std::string_view fromStage) {
    const std::string giver = from.code, taker = to.code, takerStage = to.stage;
    const auto kind = draft.row().name;
    draft.record(Subject::container, giver, kind,
                 Value::Object{{"gives", true}, {"lines", lines}, {"other", taker}}, fromStage);
    draft.record(Subject::container, taker, kind,
                 Value::Object{{"gives", false}, {"lines", lines}, {"other", giver}}, takerStage);
}

/// What is poured of one line, taken from what is `left` of it. Without a weight of its own it has its share;
/// the last ones take all the weight that is left, so that no gram appears or disappears.
Outcome<Value> partOf(const Value& line, Value& left, const Entity& container) {
    const std::string category = line.textOr("category");
    const std::int64_t count = line.integerOr("count", 0), have = left.integerOr("count", 0),
                       weight = left.integerOr("grams", 0);
    const std::int64_t grams =
        count == have ? weight : line.integerOr("grams", have ? weight * count / have : 0);
    if (count > have || grams > weight)
        return Refusal(refusals::notEnough, {{"code", container.code}}, {{"category", goodsWords(category)}});
    left = Value::Object{{"count", have - count}, {"grams", weight - grams}};
    return Value(Value::Object{{"category", category}, {"count", count}, {"grams", grams}});
}

Verdict split(Draft& draft, const Entity& container) {
    if (auto lines = checkCountedLines(draft.data()["lines"], 1); !lines) return lines;
    const auto other = otherContainer(draft, container, "to");
    if (!other) return other.refusal();
    Value left = container.state["lines"];
    Value::Array poured;
    for (const Value& line : draft.data()["lines"].array()) {
        auto part = partOf(line, left[line.textOr("category")], container);
        if (!part) return part.refusal();
        poured.push_back(std::move(*part));
    }
    pour(draft, container, **other, poured, container.stage);
    return {};
}

/// Units know their container, not the other way round: they do not follow it yet, so none may be left in it.
Verdict checkNoUnits(Draft& draft, const Entity& container) {
    if (draft.world().holdsUnits(container.code))
        return Refusal(refusals::holdsUnits, {{"code", container.code}});
    return {};
}

Verdict combine(Draft& draft, const Entity& container) {
    if (auto none = checkNoUnits(draft, container); !none) return none;
    const auto other = otherContainer(draft, container, "into");
    if (!other) return other.refusal();
    Value::Array lines;
    for (const auto& [category, line] : container.state["lines"].object())
        lines.push_back(
            Value::Object{{"category", category}, {"count", line["count"]}, {"grams", line["grams"]}});
    pour(draft, container, **other, lines, draft.row().to);
    return {};
}

Verdict open(Draft& draft, const Entity& container) {
    Value data = draft.data();
    if (const std::string& site = draft.author().site; !data.has("site") && !site.empty())
        data["site"] = site;
    draft.record(container, data);
    return {};
}

}  // namespace

Verdict checkCountedLines(const Value& lines, std::int64_t least) {
    if (lines.array().empty() || lines.array().size() > 200)
        return Refusal(refusals::badLines, {{"why", "1–200"}});
    for (const Value& line : lines.array()) {
        if (!isCounted(line.textOr("category")))
            return Refusal(refusals::unknownCategory, {{"category", line.textOr("category")}});
        const bool readable =
            checkMembers("category=word! count=0..1000000! grams=0..100000000", line, "lines").ok();
        if (!readable || line.integerOr("count", 0) < least)
            return Refusal(refusals::badLines, {{"why", line.textOr("category")}});
    }
    return {};
}

Verdict decideContainer(Draft& draft, const Entity& container) {
    const auto kind = draft.row().name;
    if (kind == "open_container") return open(draft, container);
    if (kind == "transfer_container")
        if (auto none = checkNoUnits(draft, container); !none) return none;
    if (kind == "arrive_container")
        if (auto here = checkArrival(draft, container); !here) return here;
    if (kind == "split") return split(draft, container);
    if (kind == "combine") return combine(draft, container);
    if (kind == "count")
        if (auto lines = checkCountedLines(draft.data()["lines"], 0); !lines) return lines;
    draft.record(container, draft.data());
    return {};
}

}  // namespace remise::domain
