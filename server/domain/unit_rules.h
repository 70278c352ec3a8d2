#pragma once

#include "server/domain/draft.h"

/// The rules of a unit, by what they are about: each checks its guards, then records what happened. Which
/// kind has which rule stands in unit_rules.cpp.
namespace remise::domain {

/// Nothing to check beyond the table.
Verdict plain(Draft&, const Entity& unit);

// Work on it (unit_work_rules.cpp)
Verdict receive(Draft&, const Entity& unit);
Verdict sort(Draft&, const Entity& unit);
Verdict recordTest(Draft&, const Entity& unit);
Verdict grade(Draft&, const Entity& unit);
Verdict install(Draft&, const Entity& unit);
Verdict repair(Draft&, const Entity& unit);
Verdict control(Draft&, const Entity& unit);
Verdict failControl(Draft&, const Entity& unit);

// What becomes of it (unit_goods_rules.cpp)
Verdict stock(Draft&, const Entity& unit);
Verdict reserve(Draft&, const Entity& unit);
Verdict leaveRequest(Draft&, const Entity& unit);
Verdict pick(Draft&, const Entity& unit);
Verdict pack(Draft&, const Entity& unit);
Verdict followRequest(Draft&, const Entity& unit);
Verdict ship(Draft&, const Entity& unit);
Verdict handOver(Draft&, const Entity& unit);
Verdict restock(Draft&, const Entity& unit);
Verdict leaveSecureZone(Draft&, const Entity& unit);
Verdict dismantle(Draft&, const Entity& unit);
Verdict handBack(Draft&, const Entity& unit);

// Its record (unit_record_rules.cpp)
Verdict undo(Draft&, const Entity& unit);
Verdict correct(Draft&, const Entity& unit);
Verdict merge(Draft&, const Entity& unit);

// It and its drives: an event in both histories (unit_drive_rules.cpp)
Verdict attachDrive(Draft&, const Entity& unit);
Verdict removeDrive(Draft&, const Entity& unit);
Verdict recordErasure(Draft&, const Entity& unit);
Verdict certifyDrive(Draft&, const Entity& unit);
Verdict checkDrive(Draft&, const Entity& unit);
Verdict releaseDrive(Draft&, const Entity& unit);
Verdict relabel(Draft&, const Entity& unit);
Verdict confirmNoDrive(Draft&, const Entity& unit);
Verdict recordInventory(Draft&, const Entity& unit);
Verdict returnUnit(Draft&, const Entity& unit);

/// Its drives are another record's from now on.
void moveDrives(Draft&, const Entity& unit, const std::string& to);
/// What was erased may hold data again: its certified drives have to be erased anew.
void reopenDrives(Draft&, const std::string& unit);
/// Anything that leaves or loses the secure zone: every drive done, or two people saw that there is none.
Verdict drivesClear(const Entity& unit);

/// Tested and graded well enough, and nobody forbids it: whatever goes to stock or into a request.
Verdict mayBeSold(const Entity& unit);
/// Counted lines, of containers and of parts: category, count (`least` or more), grams.
Verdict checkCountedLines(const Value& lines, std::int64_t least);
/// What is under way is taken in where it was sent to, by somebody who is there.
Verdict checkArrival(const Draft&, const Entity&);

/// A second person with badge and PIN who is not the author.
Verdict checkSecondPerson(const Draft&);
/// The unit is what an open line of the request waits for, and may be sold to who asks there.
Verdict fitsRequest(const Draft&, const Entity& request, const Entity& unit);
/// A container that things can be put into.
Outcome<const Entity*> openContainer(const Draft&, const std::string& code);

Refusal wrongStage(const Entity&);

}  // namespace remise::domain
