#include "labels/bitmap.h"

#include <boost/test/unit_test.hpp>
#include <fstream>

#include "labels/picture_file.h"
#include "tests/support/temporary_folder.h"

using namespace remise::labels;
using remise::test::TemporaryFolder;

BOOST_AUTO_TEST_SUITE(bitmap_test)

BOOST_AUTO_TEST_CASE(a_label_of_50_by_25_millimetres_has_400_by_200_dots_at_203_dpi) {
    BOOST_TEST(fromMillimetres({50}, dpi203) == 400);
    BOOST_TEST(fromMillimetres({25}, dpi203) == 200);
    BOOST_TEST(fromMillimetres({150}, dpi203) == 1200);
    BOOST_TEST(fromMillimetres({50}, dpi300) == 591);
}

BOOST_AUTO_TEST_CASE(the_leftmost_dot_is_the_highest_bit) {
    Bitmap bitmap(10, 2);
    bitmap.blacken(0, 0);
    bitmap.blacken(9, 1);
    BOOST_TEST(bitmap.bytesPerRow() == 2U);
    BOOST_TEST(bitmap.row(0)[0] == 0x80);
    BOOST_TEST(bitmap.row(1)[1] == 0x40);
    BOOST_TEST(bitmap.isBlack(9, 1));
    BOOST_TEST(!bitmap.isBlack(8, 1));
}

BOOST_AUTO_TEST_CASE(what_sticks_out_of_the_picture_is_left_away) {
    Bitmap small(4, 4);
    small.blacken({-2, -2, 100, 100});
    Bitmap bitmap(6, 6);
    bitmap.draw(small, 4, -3);
    Bitmap expected(6, 6);
    expected.blacken({4, 0, 2, 1});
    BOOST_TEST((bitmap == expected));
}

BOOST_AUTO_TEST_CASE(a_png_written_and_read_again_is_the_same_picture) {
    const TemporaryFolder folder;
    Bitmap bitmap(37, 21);
    for (Dots y = 0; y < 21; ++y)
        for (Dots x = y % 3; x < 37; x += 3 + y % 5)
            bitmap.blacken(x, y);
    const auto file = folder.path() / "picture.png";
    std::ofstream(file, std::ios::binary) << toPng(bitmap);
    BOOST_TEST((readBitmap(file) == bitmap));
    BOOST_TEST((readPicture(file).levels == toGrey(bitmap).levels));
}

BOOST_AUTO_TEST_CASE(a_file_that_is_no_png_is_named_in_the_error) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "letter.png";
    std::ofstream(file) << "Dear association";
    BOOST_CHECK_EXCEPTION(readBitmap(file), std::runtime_error, [](const std::runtime_error& error) {
        return std::string(error.what()).find("letter.png") != std::string::npos;
    });
    BOOST_CHECK_THROW(readPicture(folder.path() / "absent.png"), std::runtime_error);
}

BOOST_AUTO_TEST_SUITE_END()
