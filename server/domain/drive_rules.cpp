#include "server/domain/draft.h"
#include "server/domain/unit_rules.h"

namespace remise::domain {

/// Sealing and destroying take two people. The unit that holds the drive, or held it, knows.
Verdict decideDrive(Draft& draft, const Entity& drive) {
    if (auto second = checkSecondPerson(draft); !second) return second;
    Value data = draft.data();
    data["second"] = draft.author().second.text();
    const std::string unit = drive.state.textOr("unit", drive.state.textOr("came_from")), code = drive.code;
    draft.record(drive, data);
    if (const Entity* holder = unit.empty() ? nullptr : draft.find(Subject::unit, unit))
        draft.record(Subject::unit, unit, "drive_changed",
                     Value::Object{{"drive", code}, {"status", draft.get(Subject::drive, code).stage}},
                     holder->stage);
    return {};
}

}  // namespace remise::domain
