// Any bytes at all as a PNG or JPEG: a picture of a size that we allow, or refused in words. Small ones are
// read for barcodes, too.
#include <cstdint>
#include <string_view>

#include "labels/barcode.h"
#include "labels/picture_file.h"

using namespace remise::labels;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr int enough = 200;
    try {
        const GreyPicture picture = pictureFrom({reinterpret_cast<const char*>(data), size});
        if (picture.width <= enough && picture.height <= enough) readBarcodes(picture);
    } catch (const PictureError&) {
        return 0;  // what is no picture is refused
    }
    return 0;
}
