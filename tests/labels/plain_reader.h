#pragma once

#include <span>
#include <string>
#include <vector>

#include "labels/barcode.h"
#include "labels/grey_picture.h"

namespace remise::test {

/// What ZXing reads as it comes, without any of ours; nothing when it reads nothing. What our reading is
/// measured against.
std::string plainlyRead(const labels::GreyPicture&);

struct PlainlyRead {
    std::string kind;
    std::string text;
    std::string symbology;  ///< the identifier of ISO/IEC 15424: "]C1" is a Code 128 that begins with FNC1
};
/// All QR codes and Code 128 that ZXing reads as it comes: what is on our labels.
std::vector<PlainlyRead> allPlainlyRead(const labels::GreyPicture&);

/// How many pictures of a set are read by us and by the plain reader; and whether anything was ever read that
/// is not there.
struct Score {
    int pictures = 0;
    int ours = 0;
    int plain = 0;
    std::vector<std::string> wrong{};

    /// `text` is in the picture; `found` is what we have read in it, `plainly` the plain reader.
    void count(const std::string& text, std::span<const labels::Barcode> found, const std::string& plainly);
};

}  // namespace remise::test
