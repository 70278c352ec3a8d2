#include <QFont>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <algorithm>
#include <cstdio>
#include <memory>

#include "drivers/printers/printers.h"
#include "drivers/scanners/scanners.h"
#include "drivers/usb/watch.h"
#include "terminal/camera.h"
#include "terminal/enrolment.h"
#include "terminal/icons.h"
#include "terminal/label_pictures.h"
#include "terminal/options.h"
#include "terminal/printers.h"
#include "terminal/scanning.h"
#include "terminal/shell.h"
#include "terminal/simulation.h"
#include "terminal/ui_module.h"

namespace {

using namespace remise;
using namespace remise::terminal;

QQuickWindow* openWindow(QQmlApplicationEngine& engine, Shell& shell, Camera& camera,
                         const Options& options) {
    engine.addImportPath("qrc:/qt/qml");
    engine.addImageProvider("icons", new Icons);
    engine.addImageProvider("labels", new LabelPictures);
    engine.addImageProvider("camera", new CameraPictures(camera));
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)},
                                 {"camera", QVariant::fromValue(&camera)},
                                 {"simulated", options.simulate}});
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

/// The printers that were named, or whichever are plugged in.
Printers::World printersFor(const Options& options) {
    if (options.printers.empty()) return {drivers::findPrinters, drivers::openPrinter};
    return {[named = options.printers] {
                std::vector<drivers::PrinterIdentity> found;
                for (const std::string& id : named)
                    if (const auto one = drivers::identityNow(id)) found.push_back(*one);
                return found;
            },
            drivers::openPrinter};
}

/// Tells the printers what is plugged in and pulled out.
std::unique_ptr<drivers::usb::Watch> watchFor(Printers& printers, const Options& options) {
    const bool areUsb =
        std::ranges::any_of(options.printers, [](const auto& id) { return id.starts_with("usb:"); });
    if (!options.printers.empty() && !areUsb) return nullptr;
    try {
        return std::make_unique<drivers::usb::Watch>(
            [&] { QMetaObject::invokeMethod(&printers, &Printers::lookAround, Qt::QueuedConnection); });
    } catch (const std::exception& fault) {
        qWarning("%s", fault.what());
        return nullptr;
    }
}

/// They speak from a thread of USB's; what they say is heard on ours.
std::unique_ptr<drivers::Scanners> hearScanners(Shell& shell) {
    try {
        return std::make_unique<drivers::Scanners>([&shell](domain::Scan scan) {
            QMetaObject::invokeMethod(&shell, [&shell, scan = std::move(scan)] { shell.hear(scan); });
        });
    } catch (const std::exception& fault) {
        qWarning("USB scanners are not heard: %s", fault.what());
        return nullptr;
    }
}

int run(const Options& options) {
    std::filesystem::create_directories(options.data);

    Client client(options.server, options.language);
    Cache cache(options.data);
    Printers printers(printersFor(options), options.data);
    const auto watch = watchFor(printers, options);
    Printing printing(client, cache, printers);
    Outbox outbox(client, options.data);
    Shell shell(client, outbox, cache, printing);

    Camera camera;
    QObject::connect(&camera, &Camera::read, &shell, &Shell::hear);
    QQmlApplicationEngine engine;
    QQuickWindow* window = openWindow(engine, shell, camera, options);
    Scanning scanning(*window);
    QObject::connect(&scanning, &Scanning::scanned, &shell, &Shell::scan);
    QObject::connect(&scanning, &Scanning::stirred, &shell, &Shell::stir);
    const auto scanners = hearScanners(shell);
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
