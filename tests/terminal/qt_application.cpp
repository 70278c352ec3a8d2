#include <QGuiApplication>
#include <boost/test/unit_test.hpp>

namespace {

/// Windows and sockets of Qt need an application; this one has no screen.
struct QtApplication {
    QtApplication() {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_QUICK_BACKEND", "software");
        static int count = 1;
        static char name[] = "terminal_test";
        static char* arguments[] = {name, nullptr};
        m_application = std::make_unique<QGuiApplication>(count, arguments);
    }

private:
    std::unique_ptr<QGuiApplication> m_application;
};

}  // namespace

BOOST_TEST_GLOBAL_FIXTURE(QtApplication);
