#include "terminal/wording.h"

#include <QDir>
#include <QRegularExpression>
#include <boost/test/unit_test.hpp>

#include "drivers/printers/status.h"
#include "terminal/card_view.h"
#include "terminal/procedure.h"

using remise::domain::Language;
using remise::drivers::PrinterState;
using remise::terminal::asQString;
using remise::terminal::wordingIn;

namespace {

QString textOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// Every key that cards and screens name.
QSet<QString> keysInUse() {
    const QRegularExpression key(
        "\"((?:bench|begun|bottom|camera|card|header|help|list|preview|printer|printers|refusal|result|"
        "scanner|signIn|"
        "stations|"
        "stuck|wait|work)\\.[a-z_]+"
        ")\"");
    QSet<QString> keys{"signIn.sentence", "stations.sentence"};  // made of the screen's name
    for (int state = 0; state <= static_cast<int>(PrinterState::unclear); ++state)
        keys.insert("printer.state." + asQString(wordOf(static_cast<PrinterState>(state))));
    for (const std::string_view kind : remise::terminal::stationLabels)
        keys.insert("label." + asQString(kind));
    for (const char* phase : {"starting", "inventory", "waiting", "testing", "hands", "erasing", "checking",
                              "sending", "kept", "done", "failed", "stopped"})
        keys.insert(QString("bench.phase.") + phase);
    for (const char* needs : {"scan", "hands", "destroy", "network", "power", "take", "check", "leader"})
        keys.insert(QString("bench.needs.") + needs);
    const QString folder = QString(REMISE_SOURCE_DIR) + "/terminal";
    for (const char* place : {"", "/ui", "/ui/cards", "/ui/parts"}) {
        for (const QFileInfo& file : QDir(folder + place).entryInfoList({"*.qml", "*.cpp"}, QDir::Files)) {
            auto found = key.globalMatch(textOf(file.filePath()));
            while (found.hasNext())
                keys.insert(found.next().captured(1));
        }
    }
    return keys;
}

QSet<QString> keysOf(const QVariantMap& words) {
    const QList<QString> keys = words.keys();
    return {keys.begin(), keys.end()};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(wording_test)

BOOST_AUTO_TEST_CASE(french_and_english_have_the_same_strings) {
    const QSet<QString> french = keysOf(wordingIn(Language::french));
    BOOST_TEST((french == keysOf(wordingIn(Language::english))));
    BOOST_TEST(!french.isEmpty());
}

BOOST_AUTO_TEST_CASE(every_string_on_a_screen_is_in_the_catalogue_and_none_is_left_over) {
    const QSet<QString> known = keysOf(wordingIn(Language::french));
    const QSet<QString> used = keysInUse();
    for (const QString& key : used)
        BOOST_TEST(known.contains(key), key.toStdString());
    for (const QString& key : known)
        BOOST_TEST(used.contains(key), key.toStdString() << " is left over");
}

BOOST_AUTO_TEST_SUITE_END()
