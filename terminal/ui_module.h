#pragma once

namespace remise::terminal {

/// Makes the QML module and the letters known to the program. Before the application object is made: it lists
/// the fonts once.
void prepareUi();

}  // namespace remise::terminal
