#pragma once

#include <functional>
#include <string_view>

#include "drivers/printers/line.h"
#include "drivers/printers/printer.h"

/// What all printers' languages share about talking over a line. Time passes only inside the line, and every
/// loop is counted, so that nothing here waits for ever, whatever the device says.
namespace remise::drivers {

inline constexpr Line::Patience answerPatience{1000};

/// Whether what was heard so far is a whole answer.
using Complete = std::function<bool(std::string_view)>;

/// Reads until the answer is whole. Otherwise what came until the patience ended, the line broke or the
/// device had babbled on for more than any answer is long, with the fault (none: a line without a way back).
Received listen(Line&, const Complete&, Line::Patience = answerPatience);

/// Nothing came, and the line is not to blame: a device that has nothing to say, or no way to.
bool isSilence(const Received&);

/// Throws away what the device still had to say from before, asks, and listens. A line that was broken before
/// is made usable first, if it can be.
Received ask(Line&, std::string_view question, const Complete&, Line::Patience = answerPatience);

/// Waits a moment, and throws away what is said meanwhile.
void pause(Line&, Line::Patience);

/// What a printer's silence or a broken line means: the fault, then what the port status says (USB), then
/// `unclear` with the bytes that came instead of an answer.
PrinterStatus statusWithoutAnswer(Line&, const Received&);
/// What a USB printer class's port status byte says: paper empty, a fault, not selected.
PrinterStatus statusOfPort(std::uint8_t);

/// A label's way into a printer that is warming up or catching up with the one before.
inline constexpr Line::Patience labelPatience{5000};

/// Sends a command that may be said twice: once more when the line was stalled and could be cleared. What
/// kept it from coming through, if anything did. (A label is never said on: what was lost of it nobody
/// knows.)
LineFault sendCommand(Line&, std::string_view command);

}  // namespace remise::drivers
