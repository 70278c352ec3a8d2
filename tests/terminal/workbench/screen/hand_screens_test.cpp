#include <QKeyEvent>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTest>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "terminal/icons.h"
#include "terminal/workbench/screen/bench_program.h"
#include "terminal/workbench/screen/video_source.h"
#include "tests/support/temporary_folder.h"

void qml_register_types_Remise();

using namespace remise::workbench;
using remise::test::TemporaryFolder;

namespace {

constexpr int longest = 60'000;  // ms: the test's own time limit ends it before

/// The screen of a machine. In place of remise-workbench a program that offers one test, keeps what is said
/// to it, and offers nothing more after an answer.
struct Screen {
    TemporaryFolder folder;
    std::unique_ptr<BenchProgram> bench;
    QQmlApplicationEngine engine;
    QQuickWindow* window = nullptr;

    explicit Screen(const std::string& test) {
        const auto path = folder.path() / "bench";
        std::ofstream(path) << "#!/bin/sh\n"
                            << told(test, "hands") << "while read -r line; do\n echo \"$line\" >> "
                            << saidPath() << "\n case $line in *result*) " << told(test, "pass")
                            << ";; esac\ndone\n";
        std::filesystem::permissions(path, std::filesystem::perms::owner_all);
        qml_register_types_Remise();
        bench = std::make_unique<BenchProgram>(QString::fromStdString(path.string()), QStringList());
        engine.addImportPath("qrc:/qt/qml");
        engine.addImageProvider("icons", new remise::terminal::Icons);
        engine.setInitialProperties({{"bench", QVariant::fromValue(bench.get())}});
        engine.load(QUrl("qrc:/qt/qml/Remise/WorkbenchScreen.qml"));
        BOOST_REQUIRE(!engine.rootObjects().isEmpty());
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
        QSignalSpy told(bench.get(), &BenchProgram::told);
        while (bench->state().isEmpty())
            BOOST_REQUIRE(told.wait(longest));
        press(Qt::Key_Space, 0);
    }

    [[nodiscard]] std::string saidPath() const { return (folder.path() / "said").string(); }

    static std::string told(const std::string& test, const std::string& result) {
        return R"(echo '{"report":"r","server":"http://s","language":"fr","unit":"","live":{},"state":{"phase":"hands","tests":[{"test":")" +
               test + R"(","result":")" + result + "\"}]}}'\n";
    }

    /// As the kernel names keys: "1" has the scan code 10.
    void press(int key, quint32 scanCode) const {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier, scanCode, 0, 0);
        QKeyEvent up(QEvent::KeyRelease, key, Qt::NoModifier, scanCode, 0, 0);
        QCoreApplication::sendEvent(window, &down);
        QCoreApplication::sendEvent(window, &up);
    }
    void number(int which) const {
        constexpr quint32 before = 9;
        press(Qt::Key_0 + which, before + static_cast<quint32>(which));
    }

    /// What the screen said until the test was answered.
    std::string said() {
        QSignalSpy told(bench.get(), &BenchProgram::told);
        const auto isOpen = [&] {
            return bench->state()["tests"].toList().first().toMap()["result"] == "hands";
        };
        while (isOpen())
            if (!told.wait(longest)) return "nothing";
        std::ifstream file(saidPath());
        return {std::istreambuf_iterator<char>(file), {}};
    }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(hand_screens_test)

BOOST_AUTO_TEST_CASE(a_camera_that_shows_nothing_is_not_good_and_a_person_says_what_it_is) {
    if (openCamera()) {
        BOOST_TEST_MESSAGE("not tried: this machine has a camera that works");
        return;
    }
    Screen screen("webcam");
    screen.number(1);  // "you see yourself"
    screen.number(2);
    BOOST_TEST(screen.said() == "{\"defect\":\"no_picture\",\"result\":\"fail\",\"test\":\"webcam\"}\n");
}

BOOST_AUTO_TEST_CASE(a_machine_without_a_camera_has_nothing_to_answer_for) {
    Screen screen("webcam");
    screen.number(3);
    BOOST_TEST(screen.said() == "{\"defect\":\"\",\"result\":\"na\",\"test\":\"webcam\"}\n");
}

BOOST_AUTO_TEST_CASE(a_usb_port_that_does_not_work_is_a_defect) {
    Screen screen("ports");
    screen.number(2);
    BOOST_TEST(screen.said() == "{\"defect\":\"one_usb\",\"result\":\"fail\",\"test\":\"ports\"}\n");
}

BOOST_AUTO_TEST_CASE(another_port_that_does_not_work_is_a_defect_of_its_own) {
    Screen screen("ports");
    screen.number(3);
    BOOST_TEST(screen.said() == "{\"defect\":\"other_port\",\"result\":\"fail\",\"test\":\"ports\"}\n");
}

BOOST_AUTO_TEST_CASE(colours_fill_the_screen_before_anybody_answers_for_it) {
    Screen screen("screen");
    for (int colour = 0; colour < 5; ++colour)
        screen.press(Qt::Key_Space, 0);
    screen.number(1);
    BOOST_TEST(screen.said() == "{\"defect\":\"\",\"result\":\"pass\",\"test\":\"screen\"}\n");
}

BOOST_AUTO_TEST_SUITE_END()
