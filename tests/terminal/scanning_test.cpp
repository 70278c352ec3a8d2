#include "terminal/scanning.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>
#include <boost/test/unit_test.hpp>

using remise::terminal::Scanning;

namespace {

/// A window that keeps the keys which reach it.
class Window : public QWindow {
public:
    QString reached;

protected:
    void keyPressEvent(QKeyEvent* event) override { reached += event->text(); }
};

struct Floor {
    Window window;
    Scanning scanning{window};
    QStringList scans;
    quint64 now = 1000;

    Floor() {
        QObject::connect(&scanning, &Scanning::scanned, &window,
                         [this](const QString& text) { scans << text; });
    }

    void press(int key, const QString& text, quint64 gap) {
        now += gap;
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        event.setTimestamp(now);
        QCoreApplication::sendEvent(&window, &event);
    }
    void type(const QString& text, quint64 gap) {
        for (const QChar letter : text)
            press(letter.toUpper().unicode(), letter, gap);
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(scanning_test)

BOOST_FIXTURE_TEST_CASE(a_scanners_keys_never_reach_what_has_the_focus, Floor) {
    type("BCDFGHJR", 6);
    press(Qt::Key_Return, "\r", 6);
    BOOST_TEST(scans.join(" ").toStdString() == "BCDFGHJR");
    BOOST_TEST(window.reached.toStdString() == "");
}

BOOST_FIXTURE_TEST_CASE(a_persons_keys_are_given_back_in_their_order, Floor) {
    type("abc", 300);
    press(Qt::Key_Return, "\r", 300);
    BOOST_TEST(scans.isEmpty());
    BOOST_TEST(window.reached.toStdString() == "abc\r");
}

BOOST_FIXTURE_TEST_CASE(an_input_that_was_clicked_has_every_key_however_quick, Floor) {
    window.setProperty("typing", true);
    type("BCDFGHJR", 6);
    press(Qt::Key_Return, "\r", 6);
    BOOST_TEST(scans.isEmpty());
    BOOST_TEST(window.reached.toStdString() == "BCDFGHJR\r");
}

BOOST_FIXTURE_TEST_CASE(two_scans_in_a_row_are_two, Floor) {
    for (const char* code : {"BCDFGHJR", "XXXXXXXH"}) {
        type(code, 6);
        press(Qt::Key_Enter, "\r", 6);
    }
    BOOST_TEST(scans.join(" ").toStdString() == "BCDFGHJR XXXXXXXH");
}

BOOST_FIXTURE_TEST_CASE(a_scanner_may_end_with_tab_and_with_both, Floor) {
    type("BCDFGHJR", 6);
    press(Qt::Key_Tab, "\t", 6);
    press(Qt::Key_Return, "\r", 6);
    BOOST_TEST(scans.join(" ").toStdString() == "BCDFGHJR");
    BOOST_TEST(window.reached.toStdString() == "", "what has the focus is not pressed by the second end");
    press(Qt::Key_Return, "\r", 2000);
    BOOST_TEST(window.reached.toStdString() == "\r", "a person's Return is a person's");
}

BOOST_FIXTURE_TEST_CASE(separators_within_a_scan_are_kept, Floor) {
    type("]d2240ABC", 6);
    now += 6;
    QKeyEvent separator(QEvent::KeyPress, Qt::Key_BracketRight, Qt::ControlModifier, "\x1d");
    separator.setTimestamp(now);
    QCoreApplication::sendEvent(&window, &separator);
    type("21PF0ABCDE", 6);
    press(Qt::Key_Return, "\r", 6);
    BOOST_TEST(scans.join(" ").toStdString() ==
               "]d2240ABC\x1d"
               "21PF0ABCDE");
}

BOOST_AUTO_TEST_SUITE_END()
