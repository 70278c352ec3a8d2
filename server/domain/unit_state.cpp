#include "server/domain/unit_state.h"

#include <algorithm>

#include "server/domain/policy.h"

namespace remise::domain {

Value::Array UnitState::drives() const {
    Value::Array drives;
    const Value& known = m_state["drives"];
    if (!known.isObject()) return drives;
    for (const auto& [code, described] : known.object()) {
        Value drive = described;
        drive["code"] = code;
        drive["certified"] = described.textOr("status") == "certified";
        drives.push_back(std::move(drive));
    }
    return drives;
}

bool isDriveDone(std::string_view driveStage) {
    return driveStage == "certified" || driveStage == "in_custody" || driveStage == "destroyed";
}

bool mayBeErased(std::string_view driveStage) {
    return driveStage == "detected" || driveStage == "failed";
}

std::string UnitState::unerasedDrive() const {
    const Value& drives = m_state["drives"];
    if (drives.isObject())
        for (const auto& [code, drive] : drives.object())
            if (!isDriveDone(drive.textOr("status"))) return code;
    return "";
}

bool UnitState::waitsForCheck() const {
    const Value& drives = m_state["drives"];
    if (!drives.isObject() || unerasedDrive().empty() || !looseDrive().empty()) return false;
    return std::ranges::all_of(drives.object(), [](const auto& row) {
        const std::string status = row.second.textOr("status");
        return isDriveDone(status) || status == "to_check";
    });
}

std::string UnitState::looseDrive() const {
    const Value& out = m_state["taken_out"];
    if (out.isObject())
        for (const auto& [code, status] : out.object())
            if (!isDriveDone(status.text())) return code;
    return "";
}

std::string UnitState::driveInside() const {
    const Value& drives = m_state["drives"];
    if (drives.isObject())
        for (const auto& [code, drive] : drives.object())
            if (const auto status = drive.textOr("status"); status != "in_custody" && status != "destroyed")
                return code;
    return "";
}

bool UnitState::drivesKnown() const {
    if (m_state.boolOr("drives_unseen", false)) return false;
    if (m_state.boolOr("no_drive", false)) return true;
    const auto some = [](const Value& drives) { return drives.isObject() && !drives.object().empty(); };
    return some(m_state["drives"]) || some(m_state["taken_out"]);
}

bool UnitState::needsErasure() const {
    if (!unerasedDrive().empty() || !looseDrive().empty()) return true;
    const CategoryPolicy* policy = findPolicy(text("category"));
    return !drivesKnown() && (!policy || containsWord(policy->facts, "erased"));
}

bool UnitState::wasTestedBy(const Uuid& actor) const {
    const Value& testers = m_state["testers"];
    if (!testers.isArray()) return false;
    const Value::Array& all = testers.array();
    return std::find(all.begin(), all.end(), Value(actor.text())) != all.end();
}

bool UnitState::established(std::string_view fact) const {
    if (fact == "unlocked") return !isLocked();
    if (fact == "erased") return !needsErasure();
    return hasFact(fact);
}

}  // namespace remise::domain
