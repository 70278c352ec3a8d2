#pragma once

#include <optional>
#include <string_view>

#include "drivers/printers/brother_ql/media.h"
#include "drivers/printers/status.h"

namespace remise::drivers::brother_ql {

/// The 32 bytes that a printer answers ESC i S with, and sends on its own while it prints.
struct Status {
    enum class Kind : unsigned char {
        reply = 0,
        printingCompleted = 1,
        error = 2,
        turnedOff = 4,
        notification = 5,
        phaseChange = 6,
    };
    Kind kind;
    bool isPrinting;  ///< the phase: printing, or waiting to receive
    unsigned char error1;
    unsigned char error2;
    unsigned char notification;
    MediaType mediaType;
    int mediaWidth;   ///< millimetres
    int mediaLength;  ///< millimetres; 0 for endless rolls
};

/// The first whole status in these bytes, which are then taken away with whatever stood before it; nothing
/// when there is none yet, and then nothing is taken that could be the beginning of one.
std::optional<Status> takeStatus(std::string_view& bytes);

/// In our words, the one that a person has to do something about first. No wrong media: what is right is
/// only known with a label (wrongMedia comes when the printer itself says so).
PrinterStatus statusOf(const Status&);

}  // namespace remise::drivers::brother_ql
