#pragma once

#include <QSize>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <filesystem>
#include <string>
#include <vector>

#include "server/domain/language.h"

namespace remise::terminal {

/// What remise-terminal was told on its command line.
struct Options {
    QUrl server;
    std::filesystem::path data;
    std::string enrolmentCode;
    std::string token;
    domain::Language language = domain::Language::french;
    QSize window;  ///< empty: the whole screen
    bool simulate = false;
    std::vector<std::string> printers;  ///< ids; none: whichever are plugged in
};

/// Reads the command line; ends the program with a message when it cannot be understood.
Options readOptions(const QStringList& arguments);

}  // namespace remise::terminal
