// remise-workbench-screen: what a person sees on the machine under test.
#include <QFontDatabase>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

#include "terminal/icons.h"
#include "terminal/workbench/screen/bench_program.h"
#include "terminal/workbench/screen/qr_pictures.h"

void qml_register_types_Remise();

namespace {

/// The kernel's picture memory when nobody else draws; no graphics card is asked for anything. Keys come from
/// the kernel as well: libinput would want keyboard layouts that the image does not hold. No key ends the
/// program.
void chooseHowToDraw() {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM") && !qEnvironmentVariableIsSet("DISPLAY")) {
        qputenv("QT_QPA_PLATFORM", "linuxfb");
        qputenv("QT_QPA_FB_NO_LIBINPUT", "1");
        qputenv("QT_QPA_EVDEV_KEYBOARD_PARAMETERS", "disable-zap=1");
    }
    qputenv("QT_QUICK_BACKEND", "software");
}

}  // namespace

int main(int count, char** arguments) {
    chooseHowToDraw();
    qml_register_types_Remise();  // linked from a library: it has to be named to be there at all
    QGuiApplication application(count, arguments);
    for (const auto* weight : {"Regular", "Bold"})
        QFontDatabase::addApplicationFont(QString(":/remise/AtkinsonHyperlegible-%1.ttf").arg(weight));
    QFont letters("Atkinson Hyperlegible");
    letters.setStyleHint(QFont::SansSerif);
    QGuiApplication::setFont(letters);
    QStringList words = QGuiApplication::arguments();
    words.removeFirst();
    const QString beside = QCoreApplication::applicationDirPath() + "/remise-workbench";
    remise::workbench::BenchProgram bench(beside, words);
    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    engine.addImageProvider("icons", new remise::terminal::Icons);
    engine.addImageProvider("qr", new remise::workbench::QrPictures);
    engine.setInitialProperties({{"bench", QVariant::fromValue(&bench)}});
    engine.load(QUrl("qrc:/qt/qml/Remise/WorkbenchScreen.qml"));
    if (engine.rootObjects().isEmpty()) qFatal("The screen could not be made.");
    return QGuiApplication::exec();
}
