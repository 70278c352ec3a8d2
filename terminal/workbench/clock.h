#pragma once

#include <optional>

#include "server/domain/ids.h"

namespace remise::workbench {

/// What the clock of this machine should be set to, if to anything. A dead battery makes it years late, a
/// system of before hours wrong. The server's word counts where it is more than two minutes away, but never
/// before the image was made; without it, the image's own date is the earliest that can be true. A job that
/// was kept by somebody is good for one start of one machine alone, whatever the clock says.
[[nodiscard]] std::optional<domain::Milliseconds> clockToSet(domain::Milliseconds now,
                                                             std::optional<domain::Milliseconds> said,
                                                             domain::Milliseconds imageMade);

/// Sets the clock of the system; nothing happens where that is not allowed.
void setClock(domain::Milliseconds);

}  // namespace remise::workbench
