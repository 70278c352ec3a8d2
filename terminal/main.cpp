#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <cstdio>
#include <memory>

#include "drivers/printers/plugged_in.h"
#include "drivers/printers/printers.h"
#include "drivers/printers/virtual/virtual_printer.h"
#include "terminal/enrolment.h"
#include "terminal/icons.h"
#include "terminal/options.h"
#include "terminal/scanning.h"
#include "terminal/shell.h"
#include "terminal/simulation.h"
#include "terminal/ui_module.h"

namespace {

using namespace remise;
using namespace remise::terminal;

QQuickWindow* openWindow(QQmlApplicationEngine& engine, Shell& shell, const Options& options) {
    engine.addImportPath("qrc:/qt/qml");
    engine.addImageProvider("icons", new Icons);
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)}, {"simulated", options.simulate}});
    engine.load(QUrl("qrc:/qt/qml/Remise/Main.qml"));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    if (!window) qFatal("The terminal's window could not be made.");
    if (options.window.isEmpty()) {
        window->showFullScreen();
    } else {
        window->resize(options.window);
        window->show();
    }
    return window;
}

int run(const Options& options) {
    std::filesystem::create_directories(options.data);

    std::unique_ptr<drivers::Printer> printer;
    if (!options.printer.empty())
        printer = drivers::openPrinter(options.printer);
    else if (options.simulate)
        printer = std::make_unique<drivers::VirtualPrinter>(options.data);
    else
        printer = std::make_unique<drivers::PluggedIn>(drivers::firstPluggedIn);
    Client client(options.server, options.language);
    Cache cache(options.data);
    PrintQueue queue(printer.get(), options.data);
    Printing printing(client, cache, queue);
    Outbox outbox(client, options.data);
    Shell shell(client, outbox, cache, printing);

    QQmlApplicationEngine engine;
    QQuickWindow* window = openWindow(engine, shell, options);
    Scanning scanning(*window);
    QObject::connect(&scanning, &Scanning::scanned, &shell, &Shell::scan);
    QObject::connect(&scanning, &Scanning::stirred, &shell, &Shell::stir);
    std::unique_ptr<Simulation> simulation;
    if (options.simulate) simulation = std::make_unique<Simulation>(shell, client, *window, options.data);

    Enrolment enrolment(client, shell, options);
    enrolment.begin();
    return QGuiApplication::exec();
}

}  // namespace

int main(int argc, char** argv) {
    prepareUi();
    QGuiApplication app(argc, argv);
    QGuiApplication::setApplicationName("remise-terminal");
    QGuiApplication::setFont(QFont("Atkinson Hyperlegible"));
    try {
        return run(readOptions(QGuiApplication::arguments()));
    } catch (const std::exception& fault) {
        std::fprintf(stderr, "remise-terminal: %s\n", fault.what());
        return 1;
    }
}
