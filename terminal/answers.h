#pragma once

#include <string>
#include <string_view>

#include "server/domain/value.h"
#include "terminal/procedure.h"

/// Answers of a unit under way: one tree, read and written by dotted paths ("tests.keyboard").
namespace remise::terminal {

/// The value at a path; null when nothing is there.
const domain::Value& valueAt(const domain::Value& answers, std::string_view path);
void setAt(domain::Value& answers, std::string_view path, domain::Value value);

void setAll(domain::Value& answers, const Assignments&);
bool holds(const domain::Value& answers, const Conditions&);

/// A command's data with its "$path" and "$worst" put in place (see Send).
domain::Value filledIn(const domain::Value& form, const domain::Value& answers);

/// A sentence with its {paths} put in place.
std::string spoken(std::string_view sentence, const domain::Value& answers);

}  // namespace remise::terminal
