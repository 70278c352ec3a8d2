#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "server/domain/codes.h"
#include "server/domain/value.h"
#include "terminal/procedure.h"

/// Things of a workshop floor that tests need: codes that are right, units, the procedures as they are
/// served.
namespace floor_of {

using remise::domain::CodeKind;
using remise::domain::Value;

inline std::string code(CodeKind kind, std::uint64_t number) {
    return remise::domain::encodeCode(remise::domain::codePrefix(kind), number,
                                      remise::domain::codeLetters(kind));
}

inline const std::string unit = code(CodeKind::unit, 123456);
inline const std::string otherUnit = code(CodeKind::unit, 654321);
inline const std::string thirdUnit = code(CodeKind::unit, 777777);
inline const std::string shelf = code(CodeKind::location, 1001);
inline const std::string otherShelf = code(CodeKind::location, 1002);
inline const std::string cage = code(CodeKind::container, 2001);
inline const std::string drive = code(CodeKind::drive, 3001);
inline const std::string badge = code(CodeKind::badge, 4001);
inline const std::string otherBadge = code(CodeKind::badge, 4002);
inline const std::string strangersBadge = code(CodeKind::badge, 4003);

/// A laptop that waits for `next`, as GET /api/v1/units/CODE tells it.
Value laptop(const std::string& next);

/// A laptop that was just received, with its history.
Value receivedLaptop(const std::string& code);

Value readJson(const std::string& text);
/// The procedure of a station, from server/workshop/procedures.
Value procedureJson(const std::string& station);
std::shared_ptr<const remise::terminal::Procedure> procedure(const std::string& station);
std::vector<std::string> stations();

}  // namespace floor_of
