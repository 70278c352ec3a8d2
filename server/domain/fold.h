#pragma once

#include "server/domain/entity.h"

namespace remise::domain {

/// Folds one event into what it happened to: stage, version and state. Never runs a guard; readers of every
/// old kind_version stay for ever. `before` is the entity as it was before its last event (an undo goes back
/// to it); null where no undo can come.
void fold(Entity&, const Event&, const Entity* before);

// One reader per subject; they change `state` only.
void foldUnit(Value& state, const Event&);
void foldDrive(Value& state, const Event&);
void foldContainer(Value& state, const Event&);
void foldRequest(Value& state, const Event&);

/// Copies the named members that are there.
void copyMembers(Value& to, const Value& from, std::initializer_list<std::string_view> names);
/// Adds `count` of a category to a container's or request's counted lines (negative takes away).
void addToLine(Value& lines, std::string_view category, std::int64_t count, std::int64_t grams);

}  // namespace remise::domain
