#include "terminal/workbench/screen/webcam_view.h"

#include <QPainter>
#include <QSignalSpy>
#include <atomic>
#include <boost/test/unit_test.hpp>
#include <fstream>

#include "tests/support/temporary_folder.h"

using namespace remise::workbench;

namespace {

/// In place of a camera, which this machine has not: gives the same picture again and again.
class FakeCamera : public VideoSource {
public:
    explicit FakeCamera(const QImage& picture) : m_picture(picture) {}
    std::optional<QImage> next() override { return m_picture; }

private:
    QImage m_picture;
};

/// One that is pulled out at once.
class FakeCameraPulledOut : public VideoSource {
public:
    std::optional<QImage> next() override { throw std::runtime_error("no such device"); }
};

QImage filled(const QColor& colour) {
    QImage picture(64, 48, QImage::Format_RGB888);
    picture.fill(colour);
    return picture;
}

/// Waits until it says so; the test's own time limit ends it when it never does.
bool comesTo(WebcamView& view, const QString& how) {
    QSignalSpy changes(&view, &WebcamView::changed);
    constexpr int longest = 60'000;
    while (view.how() != how)
        if (!changes.wait(longest)) return false;
    return true;
}

QImage painted(WebcamView& view) {
    view.setSize({80, 48});
    QImage canvas(80, 48, QImage::Format_RGB32);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    view.paint(&painter);
    return canvas;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(webcam_view_test)

BOOST_AUTO_TEST_CASE(what_the_camera_sees_is_shown_as_in_a_mirror) {
    QImage face = filled(Qt::yellow);
    for (int y = 0; y < face.height(); ++y)
        for (int x = 0; x < face.width() / 2; ++x)
            face.setPixelColor(x, y, Qt::blue);
    WebcamView view([&] { return std::make_unique<FakeCamera>(face); }, nullptr);
    BOOST_REQUIRE(comesTo(view, "seeing"));
    const QImage shown = painted(view);
    BOOST_TEST((shown.pixelColor(16, 24) == Qt::yellow));
    BOOST_TEST((shown.pixelColor(64, 24) == Qt::blue));
    BOOST_TEST((shown.pixelColor(2, 24) == Qt::white));  // the camera's own shape is kept
}

BOOST_AUTO_TEST_CASE(a_dark_picture_says_that_the_shutter_may_be_closed) {
    WebcamView view([] { return std::make_unique<FakeCamera>(filled({4, 4, 4})); }, nullptr);
    BOOST_TEST(comesTo(view, "dark"));
}

BOOST_AUTO_TEST_CASE(a_machine_without_a_camera_says_so) {
    WebcamView view([] { return std::unique_ptr<VideoSource>(); }, nullptr);
    BOOST_TEST(comesTo(view, "none"));
}

BOOST_AUTO_TEST_CASE(a_camera_that_goes_away_is_said_to_be_broken_and_its_last_picture_is_gone) {
    WebcamView view([] { return std::make_unique<FakeCameraPulledOut>(); }, nullptr);
    BOOST_TEST(comesTo(view, "broken"));
    BOOST_TEST((painted(view).pixelColor(40, 24) == Qt::white));
}

BOOST_AUTO_TEST_CASE(no_camera_is_held_once_the_test_is_over) {
    struct Counted : FakeCamera {
        std::atomic<int>& open;
        explicit Counted(std::atomic<int>& count) : FakeCamera(filled(Qt::white)), open(count) { ++open; }
        ~Counted() override { --open; }
    };
    std::atomic<int> open = 0;
    {
        WebcamView view([&] { return std::make_unique<Counted>(open); }, nullptr);
        BOOST_REQUIRE(comesTo(view, "seeing"));
        BOOST_TEST(open == 1);
    }
    BOOST_TEST(open == 0);
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_camera_is_none) {
    const remise::test::TemporaryFolder folder;
    std::ofstream(folder.path() / "video0") << "not a device";
    BOOST_TEST(!openCamera(folder.path()));
    BOOST_TEST(!openCamera(folder.path() / "nowhere"));
}

BOOST_AUTO_TEST_SUITE_END()
