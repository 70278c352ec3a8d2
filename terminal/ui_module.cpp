#include "terminal/ui_module.h"

#include "labels/fonts.h"

void qml_register_types_Remise();

namespace remise::terminal {

void prepareUi() {
    // Linked from a library, so the module has to be named to be there at all.
    qml_register_types_Remise();
    // Screens are set in the letters of the labels.
    labels::provideFonts();
}

}  // namespace remise::terminal
