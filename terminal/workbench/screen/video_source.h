#pragma once

#include <QImage>
#include <filesystem>
#include <memory>
#include <optional>

namespace remise::workbench {

/// A camera that is open.
class VideoSource {
public:
    VideoSource() = default;
    VideoSource(const VideoSource&) = delete;
    VideoSource& operator=(const VideoSource&) = delete;
    virtual ~VideoSource() = default;

    /// The next picture; nothing when none came within a fifth of a second.
    /// @throws std::runtime_error when the camera is gone or refuses.
    virtual std::optional<QImage> next() = 0;
};

/// The first of the machine's cameras that takes pictures, by Video4Linux; libv4l turns what it speaks into
/// red, green and blue. Null when there is none.
/// `devices`: the folder where cameras appear.
[[nodiscard]] std::unique_ptr<VideoSource> openCamera(const std::filesystem::path& devices = "/dev");

}  // namespace remise::workbench
