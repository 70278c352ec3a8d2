#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "server/domain/outcome.h"

/// Reading JSON that a stranger wrote: size and depth bounded, text cleaned, numbers accepted as text too.
namespace remise::drivers::reports {

/// Parses an object; refuses what is no JSON, larger than 16 MiB or nested more than 32 deep. Bytes that are
/// no UTF-8 are replaced first, since old agents send their system's own encoding.
domain::Outcome<nlohmann::json> readJsonObject(std::string_view bytes);
/// The same of an object or a list, since tools may put what they say of several things into one.
domain::Outcome<nlohmann::json> readJson(std::string_view bytes);

/// A member of an object; null when it is absent, or `object` none.
const nlohmann::json& partOf(const nlohmann::json& object, const char* member);

/// The cleaned text of a member, or of a number in it; empty when it is absent or something else.
std::string textOf(const nlohmann::json& object, const char* member);
/// The same, unless it is a placeholder ("To be filled by O.E.M.").
std::string nameOf(const nlohmann::json& object, const char* member);
/// The same, when it can serve as an identity.
std::optional<std::string> identityOf(const nlohmann::json& object, const char* member);
/// A whole number from 1 to `most`, also when written as text ("1867", "1600 MT/s"); nothing else is
/// believed.
std::optional<std::int64_t> countOf(const nlohmann::json& object, const char* member, std::int64_t most);
/// A whole number from 0 up, as a number or as text in digits; empty for all else.
std::optional<std::int64_t> numberOf(const nlohmann::json& object, const char* member);
bool flagOf(const nlohmann::json& object, const char* member);
/// Empty when it is absent or no truth value.
std::optional<bool> truthOf(const nlohmann::json& object, const char* member);

}  // namespace remise::drivers::reports
