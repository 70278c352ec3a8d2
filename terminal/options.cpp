#include "terminal/options.h"

#include <QCommandLineParser>
#include <cstdio>
#include <cstdlib>

namespace remise::terminal {

namespace {

[[noreturn]] void endWith(const QString& fault) {
    std::fprintf(stderr, "remise-terminal: %s\n", qPrintable(fault));
    std::exit(2);
}

QSize readSize(const QString& text) {
    const QStringList sides = text.split('x');
    if (text.isEmpty()) return {};
    const QSize size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
    if (size.isEmpty()) endWith("--windowed takes WIDTHxHEIGHT, not " + text);
    return size;
}

}  // namespace

Options readOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription("Remise on the workshop floor");
    parser.addHelpOption();
    parser.addOptions(
        {{"server", "Address of the server", "URL", "http://127.0.0.1:8080"},
         {"data", "Folder for what the terminal keeps", "DIR", "./terminal-data"},
         {"enrol", "One-time code that makes this terminal known to the server", "CODE"},
         {"token", "Token of a terminal that is known already", "TOKEN"},
         {"printer",
          "Printer for labels, as `remise-label printers` names it; may be given several times; else "
          "whichever are plugged in",
          "ID"},
         {"simulate", "A virtual printer and a virtual scanner"},
         {"windowed", "A window of this size instead of the whole screen", "WxH"},
         {"language", "Language until somebody signs in: fr or en", "LANGUAGE", "fr"}});
    parser.process(arguments);

    Options options;
    options.server = QUrl(parser.value("server"));
    if (!options.server.isValid() || !options.server.scheme().startsWith("http")) {
        endWith("--server takes an address like http://192.168.1.10:8080");
    }
    const QString language = parser.value("language");
    if (language != "fr" && language != "en") endWith("--language takes fr or en");
    options.language = language == "en" ? domain::Language::english : domain::Language::french;
    options.data = parser.value("data").toStdString();
    options.enrolmentCode = parser.value("enrol").toStdString();
    options.token = parser.value("token").toStdString();
    options.window = readSize(parser.value("windowed"));
    options.simulate = parser.isSet("simulate");
    for (const QString& id : parser.values("printer"))
        options.printers.push_back(id.toStdString());
    if (options.simulate && options.printers.empty())
        options.printers.push_back("virtual:" + options.data.string());
    return options;
}

}  // namespace remise::terminal
