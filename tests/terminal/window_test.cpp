#include <sys/stat.h>

#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTemporaryDir>
#include <QTest>
#include <boost/test/unit_test.hpp>

#include "terminal/camera.h"
#include "terminal/icons.h"
#include "terminal/scanning.h"
#include "terminal/ui_module.h"
#include "tests/terminal/workbench.h"

using remise::domain::Value;
using remise::terminal::Icons;
using remise::terminal::Scanning;
using remise::terminal::Shell;

namespace {

/// The item that says this when it is touched; null when it is not to be seen.
QQuickItem* touchableIn(QQuickItem* item, const QString& label) {
    if (!item->isVisible()) return nullptr;
    if (item->property("touchLabel").toString() == label) return item;
    for (QQuickItem* child : item->childItems()) {
        if (QQuickItem* found = touchableIn(child, label)) return found;
    }
    return nullptr;
}

/// The terminal's own window over a workbench.
struct OpenWindow : Workbench {
    QTemporaryDir devices;
    remise::terminal::Camera camera{devices.path()};
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;
    std::unique_ptr<Scanning> scanning;

    void open() {
        remise::terminal::prepareUi();
        engine.addImportPath("qrc:/qt/qml");
        engine.addImageProvider("icons", new Icons);
        engine.addImageProvider("camera", new remise::terminal::CameraPictures(camera));
        engine.setInitialProperties({{"shell", QVariant::fromValue<Shell*>(&shell)},
                                     {"camera", QVariant::fromValue<remise::terminal::Camera*>(&camera)},
                                     {"simulated", true}});
        engine.load(QUrl("qrc:/qt/qml/Remise/Main.qml"));
        BOOST_REQUIRE(!engine.rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
        scanning = std::make_unique<Scanning>(*window);
        QObject::connect(scanning.get(), &Scanning::scanned, &shell, &Shell::scan);
        window->show();
        BOOST_REQUIRE(QTest::qWaitForWindowExposed(window));
    }
    QQuickItem* touchable(const QString& label) { return touchableIn(window->contentItem(), label); }
    void tap(const QQuickItem& item) {
        QTest::mouseClick(window, Qt::LeftButton, {},
                          item.mapToScene({item.width() / 2, item.height() / 2}).toPoint());
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(window_test)

BOOST_FIXTURE_TEST_CASE(a_window_that_opens_on_work_shows_the_card, OpenWindow) {
    signIn("sorting");
    scan(floor_of::unit);
    waitForLayout("choice");
    open();
    waitUntil([&] { return touchable("Non, elle est plate") != nullptr; });
}

BOOST_FIXTURE_TEST_CASE(a_camera_that_is_plugged_in_is_there_to_be_touched_where_a_scan_is_wanted,
                        OpenWindow) {
    open();
    BOOST_TEST(!touchable("Scanner avec la caméra"));
    BOOST_REQUIRE(::mkfifo(devices.filePath("video0").toLocal8Bit().constData(), 0600) == 0);
    waitUntil([&] { return touchable("Scanner avec la caméra") != nullptr; });
    signIn("sorting");
    waitUntil([&] { return touchable("Scanner avec la caméra") != nullptr; });
    tap(*touchable("Scanner avec la caméra"));
    BOOST_TEST(camera.isOn());
    scan(floor_of::unit);
    waitForLayout("choice");
    BOOST_TEST(!touchable("Éteindre la caméra"));
    BOOST_TEST(!camera.isOn(), "a card that wants no scan turns it off");
}

BOOST_FIXTURE_TEST_CASE(machines_on_the_benches_are_turned_page_by_page_and_the_one_that_is_touched_begins,
                        OpenWindow) {
    next = "erase";
    for (int i = 0; i < 7; ++i) {
        const Value described = Value::Object{{"model", "T48" + std::to_string(i)}};
        benches.push_back(Value::Object{
            {"report", "019a1b2c-3d4e-7f50-8a6b-0c1d2e3f4a5" + std::to_string(i)},
            {"unit", Value()},
            {"silent", false},
            {"state", Value::Object{{"phase", "waiting"}, {"needs", "scan"}, {"machine", described}}}});
    }
    signIn("erasure");
    waitForLayout("benches");
    open();
    waitUntil([&] { return touchable("T480") != nullptr; });
    BOOST_TEST(!touchable("T486"));
    BOOST_REQUIRE(touchable("Suite"));
    scan(floor_of::unit);
    waitForLayout("bench");
    waitUntil([&] { return touchable("T480") != nullptr; });
    tap(*touchable("Suite"));
    waitUntil([&] { return touchable("T486") != nullptr; });
    tap(*touchable("T486"));
    waitForLayout("result");
    BOOST_TEST(jobs.at(0).textOr("report") == benches[6].textOr("report"));
}

BOOST_FIXTURE_TEST_CASE(the_cards_are_made_when_work_begins, OpenWindow) {
    open();
    signIn("reception");
    waitUntil([&] { return touchable("C'est un don") != nullptr; });
}

BOOST_FIXTURE_TEST_CASE(a_finger_that_comes_down_twice_answers_once, OpenWindow) {
    signIn("reception");
    open();
    waitUntil([&] { return touchable("C'est un don") != nullptr; });
    hasty = true;
    now += std::chrono::seconds(1);
    const QQuickItem& answer = *touchable("C'est un don");
    tap(answer);
    BOOST_TEST(card() == "donor");
    waitUntil([&] { return touchable("Une entreprise") != nullptr; });
    tap(*touchable("Une entreprise"));
    BOOST_TEST(card() == "donor");
}

BOOST_FIXTURE_TEST_CASE(a_code_typed_by_hand_into_the_strip_is_a_scan, OpenWindow) {
    open();
    QTest::mouseClick(window, Qt::LeftButton, {}, QPoint(200, window->height() - 22));
    for (const char letter : floor_of::badge)
        QTest::keyClick(window, letter);
    QTest::keyClick(window, Qt::Key_Return);
    waitUntil([&] { return shell.screen() == "stations"; });
}

BOOST_FIXTURE_TEST_CASE(a_refusal_of_the_server_can_be_begun_anew_by_touch, OpenWindow) {
    signIn("sorting");
    open();
    refuses = "unknown_category";
    sortUnit();
    waitForLayout("refusal");
    waitUntil([&] { return touchable("Recommencer cette machine") != nullptr; });
    tap(*touchable("Recommencer cette machine"));
    BOOST_TEST(card() == "unit");
}

BOOST_AUTO_TEST_SUITE_END()
