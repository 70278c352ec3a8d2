// campaign-worker: a terminal without a window and the person who works at it, for the machine that kills.
// Everything but the window, the paper and the person is what remise-terminal runs.

#include <QCommandLineParser>
#include <QGuiApplication>
#include <QSocketNotifier>
#include <filesystem>
#include <iostream>

#include "drivers/printers/printer.h"
#include "terminal/enrolment.h"
#include "terminal/shell.h"
#include "tests/campaign/worker.h"
#include "tests/terminal/lent_printer.h"

namespace {

using namespace remise;

/// Paper that cannot run out.
class Paper : public drivers::Printer {
public:
    [[nodiscard]] const drivers::PrinterIdentity& identity() const override { return m_identity; }
    drivers::PrinterStatus status() override { return {drivers::PrinterState::ready, ""}; }
    drivers::PrintResult print(const labels::Bitmap&, std::string_view) override {
        return {drivers::Printed::yes, status()};
    }

private:
    drivers::PrinterIdentity m_identity{
        .id = "paper", .maker = {}, .model = {}, .serial = {}, .language = "virtual"};
};

void readArguments(QCommandLineParser& parser, const QStringList& arguments) {
    for (const char* name :
         {"data", "server", "enrol", "pool", "procedures", "seed", "badge", "second", "shelf"})
        parser.addOption({name, name, name});
    parser.process(arguments);
}

campaign::Worker::Settings settingsOf(const QCommandLineParser& said) {
    campaign::Worker::Settings settings;
    for (const QString& badge : said.values("badge"))
        settings.badges.push_back(badge.toStdString());
    const QStringList second = said.value("second").split(':');
    settings.secondBadge = second.value(0).toStdString();
    settings.secondPin = second.value(1).toStdString();
    settings.shelf = said.value("shelf").toStdString();
    settings.pool = said.value("pool").toStdString();
    settings.procedures = said.value("procedures").toStdString();
    settings.seed = said.value("seed").toUInt();
    return settings;
}

}  // namespace

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QCommandLineParser said;
    readArguments(said, QGuiApplication::arguments());
    terminal::Options options;
    options.server = said.value("server");
    options.data = said.value("data").toStdString();
    options.enrolmentCode = said.value("enrol").toStdString();

    campaign::Journal journal(options.data / "told.log");
    Paper paper;
    terminal::Client client(options.server, options.language);
    terminal::Cache cache(options.data);
    const Plugged plugged{&paper};
    terminal::Printers printers(worldWith(plugged), options.data);
    QObject::connect(&printers, &terminal::Printers::changed, [&] {
        if (printers.wantsLook("unit")) printers.keepLook("unit", *printers.placeOf("unit"));
    });
    QObject::connect(&printers, &terminal::Printers::printed,
                     [&](const QString& name) { journal.note("label", name.toStdString()); });
    terminal::Printing printing(client, cache, printers);
    terminal::Outbox outbox(client, options.data);
    QObject::connect(&outbox, &terminal::Outbox::settled,
                     [&](const domain::Uuid& command) { journal.note("heard", command.text()); });
    terminal::Shell shell(client, outbox, cache, printing, [] {
        // This person's finger is never too quick.
        static std::chrono::milliseconds now{0};
        return now += std::chrono::seconds(1);
    });
    campaign::Worker worker(shell, journal, settingsOf(said));
    QObject::connect(&outbox, &terminal::Outbox::kept, &worker, &campaign::Worker::kept);

    QSocketNotifier orders(0, QSocketNotifier::Read);
    QObject::connect(&orders, &QSocketNotifier::activated, &worker, [&] {
        std::string line;
        if (!std::getline(std::cin, line)) return QCoreApplication::quit();
        if (line == "rest") worker.rest();
    });
    terminal::Enrolment enrolment(client, shell, options);
    enrolment.begin();
    return QGuiApplication::exec();
}
