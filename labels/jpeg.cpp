#include <turbojpeg.h>

#include <memory>

#include "labels/picture_file.h"

namespace remise::labels {
namespace {

struct Destroy {
    void operator()(void* handle) const { tjDestroy(handle); }
};
using Decoder = std::unique_ptr<void, Destroy>;

/// A warning is a picture with a flaw, cut short for example: what is there of it is read.
void require(int result, const Decoder& decoder) {
    if (result != 0 && tjGetErrorCode(decoder.get()) == TJERR_FATAL)
        throw PictureError("it is a damaged JPEG file (" + std::string(tjGetErrorStr2(decoder.get())) + ")");
}

}  // namespace

GreyPicture greyFromJpeg(std::string_view bytes) {
    const Decoder decoder(tjInitDecompress());
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    require(tjDecompressHeader3(decoder.get(), data, bytes.size(), &width, &height, &sampling, &colours),
            decoder);
    if (width == 0) throw PictureError("it is a damaged JPEG file");
    requireSize(width, height);
    GreyPicture picture(width, height);
    require(tjDecompress2(decoder.get(), data, bytes.size(), picture.levels.data(), width, 0, height,
                          TJPF_GRAY, TJFLAG_LIMITSCANS),
            decoder);
    return picture;
}

}  // namespace remise::labels
