#include "terminal/camera.h"

#include <QCoreApplication>
#include <boost/test/unit_test.hpp>
#include <vector>

#include "labels/barcode.h"
#include "terminal/video_picture.h"
#include "tests/terminal/floor.h"

using namespace remise;
using terminal::Camera;

namespace {

constexpr int width = 640;
constexpr int height = 480;

/// A camera's frame: white paper with codes on it, as YUV 4:2:0 or as packed YUYV.
class Paper {
public:
    void put(const labels::Bitmap& code, int left, int top) {
        const labels::GreyPicture grey = labels::toGrey(code);
        for (int y = 0; y < grey.height; ++y)
            for (int x = 0; x < grey.width; ++x)
                m_paper.at(left + x, top + y) = grey.at(x, y);
    }
    void darken() {
        for (auto& level : m_paper.levels)
            level = static_cast<std::uint8_t>(level / 8);
    }
    [[nodiscard]] QVideoFrame frame(QVideoFrameFormat::PixelFormat format) const {
        QVideoFrame frame(QVideoFrameFormat(QSize(width, height), format));
        BOOST_REQUIRE(frame.map(QVideoFrame::WriteOnly));
        const int step = format == QVideoFrameFormat::Format_YUYV ? 2 : 1;
        for (int y = 0; y < height; ++y)
            for (int x = 0; x < width; ++x)
                frame.bits(0)[y * frame.bytesPerLine(0) + x * step] = m_paper.at(x, y);
        frame.unmap();
        return frame;
    }

private:
    labels::GreyPicture m_paper{width, height, 230};
};

struct Bench {
    Camera camera;
    std::vector<domain::Scan> scans;

    Bench() {
        QObject::connect(&camera, &Camera::read, &camera,
                         [this](const domain::Scan& scan) { scans.push_back(scan); });
    }
    /// Shows it until it was looked at.
    void show(const Paper& paper, QVideoFrameFormat::PixelFormat format = QVideoFrameFormat::Format_NV12) {
        const int before = camera.pictures();
        camera.sink().setVideoFrame(paper.frame(format));
        while (camera.isOn() && camera.pictures() == before)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
};

Paper withUnit(int left, int top) {
    Paper paper;
    paper.put(labels::drawQr(floor_of::unit, 5), left, top);
    return paper;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(camera_test)

BOOST_FIXTURE_TEST_CASE(a_code_before_the_camera_is_a_scan_and_turns_it_off, Bench) {
    camera.turnOn();
    show(withUnit(200, 150));
    BOOST_REQUIRE(scans.size() == 1U);
    BOOST_TEST((scans[0] == domain::Scan{floor_of::unit, "QRCode", domain::ScanSource::camera}));
    BOOST_TEST(!camera.isOn());
}

BOOST_FIXTURE_TEST_CASE(cameras_that_pack_their_colours_are_read_too, Bench) {
    camera.turnOn();
    show(withUnit(200, 150), QVideoFrameFormat::Format_YUYV);
    BOOST_TEST(scans.size() == 1U);
}

BOOST_FIXTURE_TEST_CASE(of_several_codes_the_one_in_the_middle_is_meant, Bench) {
    Paper paper = withUnit(250, 170);
    paper.put(labels::drawQr(floor_of::shelf, 4), 5, 5);
    paper.put(labels::drawCode128(floor_of::cage, 2, 60), 10, 400);
    camera.turnOn();
    show(paper);
    BOOST_REQUIRE(scans.size() == 1U);
    BOOST_TEST(scans[0].text == floor_of::unit);
}

BOOST_FIXTURE_TEST_CASE(the_dark_asks_for_a_lamp, Bench) {
    Paper paper;
    paper.darken();
    camera.turnOn();
    show(paper);
    BOOST_TEST(camera.isDark());
    BOOST_TEST(camera.picture().width() == 480);
    show(Paper());
    BOOST_TEST(!camera.isDark());
    BOOST_TEST(scans.empty());
}

BOOST_FIXTURE_TEST_CASE(a_camera_that_is_off_sees_nothing, Bench) {
    camera.sink().setVideoFrame(withUnit(200, 150).frame(QVideoFrameFormat::Format_NV12));
    camera.turnOn();
    show(Paper());
    camera.turnOff();
    BOOST_TEST(scans.empty());
    BOOST_TEST(camera.picture().isNull(), "nothing of what it saw is kept");
}

BOOST_AUTO_TEST_SUITE_END()
