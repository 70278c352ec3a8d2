#pragma once

#include <string>

#include "db/unit_store.h"
#include "server/domain/language.h"
#include "server/domain/value.h"
#include "server/http/strings.h"

namespace remise::workshop {

/// "Lenovo ThinkPad T480", or the word for its category when maker and model are unknown.
std::string deviceName(const db::UnitRow&, domain::Language);

/// The picture of a category in static/drawings, without .svg.
std::string drawingOf(const std::string& category);

/// What a page shows of a unit, in the reader's language: no serial, donor or origin.
domain::Value unitView(const db::UnitRow&, const http::Strings&, domain::Language);

}  // namespace remise::workshop
