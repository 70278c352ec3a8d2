#pragma once

namespace remise::labels::cli {

/// Returns when a USB printer is plugged in and ready.
void awaitReadyPrinter();

}  // namespace remise::labels::cli
