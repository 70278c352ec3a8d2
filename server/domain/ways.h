#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/kinds.h"

/// From which stage to which, for the picture and for the tests that hold every event to the table.
namespace remise::domain {

/// Ways that no row of the table tells by itself: the guard of a `?` row chooses one, or they follow from a
/// command on something else, as a drive follows its unit and a request its units.
struct Way {
    Subject subject;
    std::string_view kind;  ///< of the event
    /// Blank-separated stages; `-`, `on_site` and `any` as in the table, `=` in `to`: it stays.
    std::string_view from, to;
    std::string_view because;  ///< the commands that it follows from; empty: its own
};

std::span<const Way> otherWays();

/// True when an event of this kind may lead from this stage (empty: none yet) to that one.
bool isWay(Subject, std::string_view kind, std::string_view from, std::string_view to);

/// The stages that blank-separated words stand for.
std::vector<std::string> stagesOf(Subject, std::string_view words);

}  // namespace remise::domain
