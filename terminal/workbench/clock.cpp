#include "terminal/workbench/clock.h"

#include <cstdlib>
#include <ctime>

namespace remise::workbench {

std::optional<domain::Milliseconds> clockToSet(domain::Milliseconds now,
                                               std::optional<domain::Milliseconds> said,
                                               domain::Milliseconds imageMade) {
    constexpr domain::Milliseconds farAway = 2 * 60 * 1000;
    if (said && *said >= imageMade && std::llabs(*said - now) > farAway) return said;
    if (now < imageMade && !(said && *said >= imageMade)) return imageMade;
    return {};
}

void setClock(domain::Milliseconds time) {
    const timespec wanted{time / 1000, time % 1000 * 1'000'000};
    static_cast<void>(clock_settime(CLOCK_REALTIME, &wanted));
}

}  // namespace remise::workbench
