#include "terminal/ui_module.h"

#include <QFont>
#include <QFontDatabase>
#include <QGuiApplication>

void qml_register_types_Remise();

namespace remise::terminal {

void prepareUi() {
    // Linked from a library, so they have to be named to be there at all.
    qml_register_types_Remise();
    for (const char* weight : {"Regular", "Bold"}) {
        QFontDatabase::addApplicationFont(QString(":/remise/fonts/AtkinsonHyperlegible-%1.ttf").arg(weight));
    }
    QGuiApplication::setFont(QFont("Atkinson Hyperlegible"));
}

}  // namespace remise::terminal
