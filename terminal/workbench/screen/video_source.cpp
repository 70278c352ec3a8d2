#include "terminal/workbench/screen/video_source.h"

#include <fcntl.h>
#include <libv4l2.h>
#include <linux/videodev2.h>
#include <poll.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

/// Small enough for any camera and any processor; a person sees a face in it.
constexpr unsigned wantedWidth = 640, wantedHeight = 480;

int control(int camera, unsigned long request, void* data) {
    int result = 0;
    do
        result = v4l2_ioctl(camera, request, data);
    while (result < 0 && errno == EINTR);
    return result;
}

/// Cameras have nodes beside, for what is no picture.
bool takesPictures(int camera) {
    v4l2_capability can{};
    if (control(camera, VIDIOC_QUERYCAP, &can) < 0) return false;
    const auto does = can.capabilities & V4L2_CAP_DEVICE_CAPS ? can.device_caps : can.capabilities;
    return (does & V4L2_CAP_VIDEO_CAPTURE) != 0;
}

/// Beside the one for people some laptops have a camera that sees heat or depth, in grey: it has no other
/// format of its own.
bool seesColours(int camera) {
    static constexpr std::uint32_t grey[] = {V4L2_PIX_FMT_GREY, V4L2_PIX_FMT_Y10, V4L2_PIX_FMT_Y12,
                                             V4L2_PIX_FMT_Y16,  V4L2_PIX_FMT_Y8I, V4L2_PIX_FMT_Z16};
    v4l2_fmtdesc format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    for (; control(camera, VIDIOC_ENUM_FMT, &format) == 0; ++format.index) {
        const bool isOwn = (format.flags & V4L2_FMT_FLAG_EMULATED) == 0;  // not made by libv4l
        if (isOwn && std::ranges::find(grey, format.pixelformat) == std::end(grey)) return true;
    }
    return false;
}

/// The format that the camera agreed on; nothing when libv4l makes no picture of what it speaks.
std::optional<v4l2_pix_format> agreedFormat(int camera) {
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format.fmt.pix.width = wantedWidth;
    format.fmt.pix.height = wantedHeight;
    format.fmt.pix.pixelformat = V4L2_PIX_FMT_RGB24;
    format.fmt.pix.field = V4L2_FIELD_NONE;
    if (control(camera, VIDIOC_S_FMT, &format) < 0) return {};
    const v4l2_pix_format& agreed = format.fmt.pix;
    constexpr unsigned largest = 8192, bytesOfPixel = 3;
    if (agreed.pixelformat != V4L2_PIX_FMT_RGB24 || agreed.width == 0 || agreed.width > largest ||
        agreed.height == 0 || agreed.height > largest || agreed.bytesperline < agreed.width * bytesOfPixel)
        return {};
    return agreed;
}

class V4lCamera : public VideoSource {
public:
    V4lCamera(int camera, const v4l2_pix_format& format)
        : m_camera(camera),
          m_format(format),
          m_bytes(static_cast<std::size_t>(format.bytesperline) * format.height) {}
    ~V4lCamera() override { v4l2_close(m_camera); }

    std::optional<QImage> next() override {
        const auto read = v4l2_read(m_camera, m_bytes.data(), m_bytes.size());
        if (read < 0 && (errno == EAGAIN || errno == EINTR)) {
            constexpr int patience = 200;  // ms
            pollfd waits{m_camera, POLLIN, 0};
            poll(&waits, 1, patience);
            return {};
        }
        if (read < 0) throw std::system_error(errno, std::generic_category(), "the camera gives no picture");
        if (static_cast<std::size_t>(read) < m_bytes.size()) return {};  // torn on the way
        return QImage(m_bytes.data(), static_cast<int>(m_format.width), static_cast<int>(m_format.height),
                      static_cast<int>(m_format.bytesperline), QImage::Format_RGB888)
            .copy();
    }

private:
    const int m_camera;
    const v4l2_pix_format m_format;
    std::vector<unsigned char> m_bytes;
};

}  // namespace

std::unique_ptr<VideoSource> openCamera(const fs::path& devices) {
    std::vector<fs::path> cameras;
    std::error_code none;
    for (const auto& entry : fs::directory_iterator(devices, none))
        if (entry.path().filename().string().starts_with("video") && entry.is_character_file(none))
            cameras.push_back(entry.path());
    std::ranges::sort(cameras, {}, [](const fs::path& path) {  // video10 after video2
        return std::pair(path.native().size(), path.native());
    });
    for (const fs::path& path : cameras) {
        const int camera = v4l2_open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (camera < 0) continue;
        if (takesPictures(camera) && seesColours(camera))
            if (const auto format = agreedFormat(camera)) return std::make_unique<V4lCamera>(camera, *format);
        v4l2_close(camera);
    }
    return {};
}

}  // namespace remise::workbench
