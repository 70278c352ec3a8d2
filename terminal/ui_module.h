#pragma once

namespace remise::terminal {

/// Makes the QML module, its files and the letters known to the program; before the first window.
void prepareUi();

}  // namespace remise::terminal
