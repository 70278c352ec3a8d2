#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace remise::workshop {

/// A picture or document that may be kept and shown.
struct CleanFile {
    std::string_view type;  ///< image/png, image/jpeg, application/pdf
    std::string bytes;
};

/// Told by its first bytes, never by what the sender says. Out of a PNG goes every chunk that is not needed
/// to show the picture (texts, Exif, times); out of a JPEG every application segment but the plain JFIF head,
/// and comments: where and when a photo was taken, and by which telephone, is nobody's business. What follows
/// the picture's end goes too. Nothing when it is none of the three, or breaks off.
std::optional<CleanFile> cleanFile(std::string_view bytes);

}  // namespace remise::workshop
