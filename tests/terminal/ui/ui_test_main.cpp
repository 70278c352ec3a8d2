#include <QQmlEngine>
#include <QtQuickTest>

#include "terminal/icons.h"
#include "terminal/ui_module.h"

/// Makes the cards' module and icons known to the tests.
class Setup : public QObject {
    Q_OBJECT
public:
    Setup() { remise::terminal::prepareUi(); }
public slots:
    void qmlEngineAvailable(QQmlEngine* engine) {
        engine->addImportPath("qrc:/qt/qml");
        engine->addImageProvider("icons", new remise::terminal::Icons);
    }
};

QUICK_TEST_MAIN_WITH_SETUP(terminal_ui, Setup)

#include "ui_test_main.moc"
