#pragma once

#include <string>
#include <vector>

#include "server/domain/outcome.h"
#include "server/domain/scan.h"
#include "server/domain/value.h"
#include "terminal/procedure.h"

/// What is said when a scan is not the right one: each refusal names what was wrong.
namespace remise::terminal {

/// Is this scan of the kind that the card takes?
domain::Verdict checkScan(Expect, const std::string& text);

/// Of the right kind, but not the one that the card is about.
domain::Refusal otherThing(Expect, const domain::Value& right);
/// Why this scan names no drive to erase: one of the unit's that is done with, or none of them.
domain::Refusal notToErase(const domain::Value& drives, const domain::Scan&);
/// The scan is the thing's own code, or names its serial number among what it says.
bool isNamed(const domain::Value& thing, const domain::Scan&);
/// What can be a machine's number in the scan, the surest first; each value once. Refused when it is the
/// number of something else (a part number, a box), or a text that names nothing.
domain::Outcome<std::vector<domain::Reading>> serialsIn(const domain::Scan&);

/// The unit belongs to another station.
domain::Refusal waitsElsewhere(const domain::Value& unit);

domain::Refusal outOfRange(const NumberRange&);

/// An integer as it is read, with its decimals and unit: 2450 → "2,450 kg".
std::string numberText(std::int64_t number, const NumberRange&);

/// A code in groups of four letters, as it is printed; no line ends within it.
std::string groupedCode(const std::string& code);

}  // namespace remise::terminal
