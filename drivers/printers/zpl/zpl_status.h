#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "drivers/printers/status.h"

namespace remise::drivers::zpl {

/// What a printer answers to ~HS, as far as it matters here.
struct HostStatus {
    bool paperOut;
    bool paused;
    bool bufferFull;
    bool halfAFormat;  ///< a format has begun and its end has not come
    bool tooCold;
    bool tooHot;
    bool headUp;
    bool ribbonOut;       ///< where a ribbon is wanted at all
    int formatsWaiting;   ///< received, not yet begun
    int labelsRemaining;  ///< of the batch that is printing

    /// Nothing that was sent waits or prints any more.
    [[nodiscard]] bool isIdle() const { return formatsWaiting == 0 && labelsRemaining == 0; }
};

/// The first whole answer to ~HS in these bytes, whatever stands before it; nothing when there is none yet.
std::optional<HostStatus> readHostStatus(std::string_view bytes);

/// The error bits in an answer to ~HQES, printed as two numbers of eight hexadecimal digits; nothing when
/// there is no whole answer.
std::optional<std::uint64_t> readHostErrors(std::string_view bytes);

/// In our words, the one that a person has to do something about first. `errors` may be absent: only newer
/// printers know ~HQES, and only it tells of the cutter.
PrinterStatus statusOf(const HostStatus&, std::optional<std::uint64_t> errors);

}  // namespace remise::drivers::zpl
