#include "server/domain/draft.h"
#include "server/domain/unit_rules.h"

namespace remise::domain {

/// Sealing and destroying take two people; what a contractor's list confirms was sealed by two before. The
/// unit that holds the drive, or held it, knows.
Verdict decideDrive(Draft& draft, const Entity& drive) {
    Value data = draft.data();
    if (draft.row().name != "confirm_destruction") {
        if (auto second = checkSecondPerson(draft); !second) return second;
        data["second"] = draft.author().second.text();
    }
    // Bins bear numbers of their own site.
    if (draft.row().name == "seal_drive" && !draft.author().site.empty()) data["site"] = draft.author().site;
    const std::string unit = drive.state.textOr("unit", drive.state.textOr("came_from")), code = drive.code;
    draft.record(drive, data);
    if (const Entity* holder = unit.empty() ? nullptr : draft.find(Subject::unit, unit))
        draft.record(Subject::unit, unit, "drive_changed",
                     Value::Object{{"drive", code}, {"status", draft.get(Subject::drive, code).stage}},
                     holder->stage);
    return {};
}

}  // namespace remise::domain
