#pragma once

#include <string>
#include <string_view>

#include "server/domain/ids.h"
#include "server/domain/value.h"

namespace remise::domain {

/// Reads what a unit's events have established. The state is one JSON object:
/// category, maker, model, serial, owner, basis, legal_status, public_gift, container, lot, location, site,
/// …; `facts`: fact → {at, actor}; `tests`: test → pass|fail|na; `defects`: test → defect; `drives`: code →
/// {status, serial, model, medium, capacity_mb, labelled}; `taken_out`: code of a drive that was in it → its
/// status; `no_drive`: true; `drives_unseen`: true when it was opened out of our sight; `testers`: actors
/// whose answers stand; `request`: number.
class UnitState {
public:
    explicit UnitState(const Value& state) : m_state(state) {}

    [[nodiscard]] std::string text(std::string_view name) const { return m_state.textOr(name); }
    [[nodiscard]] bool hasFact(std::string_view fact) const { return m_state["facts"].has(fact); }
    /// The fact holds, or does not apply to this unit (nothing locked, nothing to erase).
    [[nodiscard]] bool established(std::string_view fact) const;
    /// Nobody has shown yet that no data is left: a drive that is not done, or drives unknown.
    [[nodiscard]] bool needsErasure() const;
    /// Code of the first drive that still holds data; empty when there is none.
    [[nodiscard]] std::string unerasedDrive() const;
    /// All that is missing for its drives is the second check of those that were drawn.
    [[nodiscard]] bool waitsForCheck() const;
    /// Code of the first drive that was taken out and is neither done nor in another unit.
    [[nodiscard]] std::string looseDrive() const;
    /// Code of the first drive that is in it, erased or not.
    [[nodiscard]] std::string driveInside() const;
    [[nodiscard]] bool drivesKnown() const;
    [[nodiscard]] bool isLocked() const { return m_state.boolOr("locked", false) && !hasFact("unlocked"); }
    [[nodiscard]] bool wasTestedBy(const Uuid& actor) const;
    [[nodiscard]] bool inTransit() const { return m_state.has("in_transit"); }

    /// [{code, certified, and what is known of it}], as people and programs look it up.
    [[nodiscard]] Value::Array drives() const;

private:
    const Value& m_state;
};

/// A drive in this state holds no data that could leave with the unit.
bool isDriveDone(std::string_view driveStage);
/// A drive in this state can be erased. One that failed twice cannot.
bool mayBeErased(std::string_view driveStage);

}  // namespace remise::domain
