#include "server/domain/fold.h"

#include <cassert>

namespace remise::domain {

void copyMembers(Value& to, const Value& from, std::initializer_list<std::string_view> names) {
    for (const auto name : names)
        if (from.has(name)) to[name] = from[name];
}

void addToLine(Value& lines, std::string_view category, std::int64_t count, std::int64_t grams) {
    Value& line = lines[category];
    const std::int64_t left = line.integerOr("count", 0) + count;
    if (left == 0) {
        lines.object().erase(std::string(category));
        return;
    }
    const std::int64_t weight = line.integerOr("grams", 0) + grams;
    line["count"] = left;
    line["grams"] = weight;
}

void fold(Entity& entity, const Event& event, const Entity* before) {
    if (entity.state.isNull()) entity.state = Value::Object{};
    if (event.kind == "undo") {
        assert(before);
        entity.state = before->state;
    } else {
        switch (entity.subject) {
            case Subject::unit:
                foldUnit(entity.state, event);
                break;
            case Subject::drive:
                foldDrive(entity.state, event);
                break;
            case Subject::container:
                foldContainer(entity.state, event);
                break;
            case Subject::request:
                foldRequest(entity.state, event);
                break;
        }
    }
    // Where a stage is left that one may come back to, the way back is part of the state.
    if (event.stageAfter == "lost" && entity.stage != "lost")
        entity.state["stage_before"] = entity.stage;
    else if (entity.stage == "lost" && event.stageAfter != "lost")
        entity.state.object().erase("stage_before");
    entity.stage = event.stageAfter;
    entity.version = event.seq;
}

}  // namespace remise::domain
