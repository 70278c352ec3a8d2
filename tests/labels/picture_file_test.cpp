#include "labels/picture_file.h"

#include <turbojpeg.h>

#include <boost/test/unit_test.hpp>
#include <memory>

#include "labels/barcode.h"

using namespace remise::labels;

namespace {

std::string asJpeg(const GreyPicture& picture) {
    const std::unique_ptr<void, int (*)(void*)> encoder(tjInitCompress(), tjDestroy);
    unsigned char* bytes = nullptr;
    unsigned long count = 0;
    BOOST_REQUIRE(tjCompress2(encoder.get(), picture.levels.data(), picture.width, 0, picture.height,
                              TJPF_GRAY, &bytes, &count, TJSAMP_GRAY, 80, 0) == 0);
    std::string all(reinterpret_cast<const char*>(bytes), count);
    tjFree(bytes);
    return all;
}

auto saying(std::string_view words) {
    return [words](const PictureError& error) {
        return std::string_view(error.what()).find(words) != std::string_view::npos;
    };
}

}  // namespace

BOOST_AUTO_TEST_SUITE(picture_file_test)

BOOST_AUTO_TEST_CASE(a_jpeg_reads_like_a_png) {
    const Bitmap qr = drawQr("BCDFGHJR", 5);
    for (const std::string& bytes : {asJpeg(toGrey(qr)), toPng(qr)}) {
        const GreyPicture picture = pictureFrom(bytes);
        BOOST_TEST(picture.width == qr.width());
        BOOST_TEST(readBarcodes(picture).at(0).text == "BCDFGHJR");
    }
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_told_apart_from_a_damaged_one) {
    const std::string png = toPng(Bitmap(40, 40));
    const std::string jpeg = asJpeg(GreyPicture(40, 40));
    BOOST_CHECK_EXCEPTION(pictureFrom("hello"), PictureError, saying("no PNG and no JPEG"));
    BOOST_CHECK_EXCEPTION(pictureFrom(""), PictureError, saying("no PNG and no JPEG"));
    BOOST_CHECK_EXCEPTION(pictureFrom(png.substr(0, 40)), PictureError, saying("damaged PNG"));
    BOOST_CHECK_EXCEPTION(pictureFrom(png.substr(0, 10)), PictureError, saying("damaged PNG"));
    BOOST_CHECK_EXCEPTION(pictureFrom(jpeg.substr(0, 20)), PictureError, saying("damaged JPEG"));
}

BOOST_AUTO_TEST_CASE(a_small_file_that_claims_to_be_gigantic_is_refused_unopened) {
    std::string png = toPng(Bitmap(40, 40));
    png.replace(16, 4, std::string("\0\xff\xff\xff", 4));
    BOOST_CHECK_EXCEPTION(pictureFrom(png), PictureError, saying("too many"));
    std::string jpeg = asJpeg(GreyPicture(40, 40));
    const std::size_t frame = jpeg.find("\xff\xc0");
    BOOST_REQUIRE(frame != std::string::npos);
    jpeg.replace(frame + 5, 4, "\x7f\xff\x7f\xff");
    BOOST_CHECK_EXCEPTION(pictureFrom(jpeg), PictureError, saying("too many"));
}

BOOST_AUTO_TEST_CASE(an_error_names_the_file) {
    const auto names = [](const std::runtime_error& error) {
        return std::string(error.what()).find("/absent.jpg: ") != std::string::npos;
    };
    BOOST_CHECK_EXCEPTION(readPicture("/absent.jpg"), std::runtime_error, names);
}

BOOST_AUTO_TEST_SUITE_END()
