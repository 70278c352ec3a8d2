#include "server/domain/unit_state.h"

#include "server/domain/policy.h"

namespace remise::domain {

bool isDriveDone(std::string_view driveStage) {
    return driveStage == "certified" || driveStage == "in_custody" || driveStage == "destroyed";
}

std::string UnitState::unerasedDrive() const {
    const Value& drives = m_state["drives"];
    if (drives.isObject())
        for (const auto& [code, drive] : drives.object())
            if (!isDriveDone(drive.textOr("status"))) return code;
    return "";
}

bool UnitState::drivesKnown() const {
    if (m_state.boolOr("no_drive", false)) return true;
    const Value& drives = m_state["drives"];
    return drives.isObject() && !drives.object().empty();
}

bool UnitState::needsErasure() const {
    const CategoryPolicy* policy = findPolicy(text("category"));
    if (policy && !containsWord(policy->facts, "erased")) return !unerasedDrive().empty();
    return !drivesKnown() || !unerasedDrive().empty();
}

bool UnitState::established(std::string_view fact) const {
    if (fact == "unlocked") return !isLocked();
    if (fact == "erased") return !needsErasure();
    return hasFact(fact);
}

}  // namespace remise::domain
