#include "labels/barcode.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

#include "labels/grey_picture.h"
#include "tests/labels/scene.h"

using namespace remise::labels;
using remise::test::photographed;
using remise::test::turnedByAnEighth;

namespace {

const std::string address = "https://remise.example/u/BCDFGHJR";

std::string onlyText(const std::vector<Barcode>& barcodes) {
    return barcodes.size() == 1 ? barcodes[0].text : std::to_string(barcodes.size()) + " barcodes";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(barcode_test)

BOOST_DATA_TEST_CASE(a_qr_code_reads_back_at_any_module_width, boost::unit_test::data::xrange(2, 9), module) {
    BOOST_TEST(onlyText(readBarcodes(toGrey(drawQr(address, module)))) == address);
}

BOOST_AUTO_TEST_CASE(a_qr_code_keeps_four_white_modules_around_and_whole_dots_a_module) {
    const Bitmap qr = drawQr(address, 5);
    BOOST_TEST(qr.width() == (29 + 8) * 5);
    BOOST_TEST(qr.height() == qr.width());
    for (Dots y = 0; y < qr.height(); ++y)
        for (Dots x = 0; x < qr.width(); ++x) {
            const bool quiet = x < 20 || y < 20 || x >= qr.width() - 20 || y >= qr.height() - 20;
            BOOST_REQUIRE(!(quiet && qr.isBlack(x, y)));
            BOOST_REQUIRE(qr.isBlack(x, y) == qr.isBlack(x / 5 * 5, y / 5 * 5));
        }
}

BOOST_AUTO_TEST_CASE(a_qr_code_survives_a_damaged_tenth) {
    Bitmap qr = drawQr(address, 4);
    const Dots side = qr.width() - 32;
    qr.blacken({16 + side * 4 / 10, 16 + side * 5 / 10, side * 3 / 10, side * 2 / 10});
    BOOST_TEST(onlyText(readBarcodes(toGrey(qr))) == address);
}

BOOST_AUTO_TEST_CASE(a_qr_code_takes_text_of_every_script) {
    const std::string text = "Été · лампа · سلام · ♻";
    BOOST_TEST(onlyText(readBarcodes(toGrey(drawQr(text, 4)))) == text);
}

BOOST_AUTO_TEST_CASE(the_largest_qr_code_fills_its_square_with_whole_dots) {
    BOOST_TEST(largestQr(address, 200).value().width() == 37 * 5);
    BOOST_TEST(largestQr(address, 148).value().width() == 37 * 4);
    BOOST_TEST(!largestQr(address, 37 * narrowestModule - 1));
    BOOST_TEST(!largestQr(std::string(5000, 'x'), 10000));
}

BOOST_AUTO_TEST_CASE(a_code_128_reads_back_and_keeps_its_quiet_zone) {
    const Bitmap bars = drawCode128("BCDFGHJR", 2, 40);
    const std::vector<Barcode> expected{{"Code128", "BCDFGHJR"}};
    BOOST_TEST((readBarcodes(toGrey(bars)) == expected));
    for (Dots x = 0; x < 20; ++x)
        BOOST_TEST(!(bars.isBlack(x, 20) || bars.isBlack(bars.width() - 1 - x, 20)));
    BOOST_CHECK_THROW(drawCode128("naïve", 2, 40), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(two_barcodes_in_one_picture_are_both_read_once) {
    Bitmap both(460, 200);
    both.draw(drawQr(address, 4), 0, 0);
    both.draw(drawCode128("BCDFGHJR", 2, 60), 160, 70);
    const auto found = readBarcodes(toGrey(both));
    BOOST_TEST(found.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_large_qr_code_with_noise_in_full_hd_is_read) {
    const Bitmap qr = drawQr(address, 4);
    BOOST_TEST(onlyText(readBarcodes(photographed(qr, 1920, 1080, 6, 12))) == address);
}

BOOST_AUTO_TEST_CASE(a_small_qr_code_in_full_hd_is_read_too) {
    const Bitmap qr = drawQr(address, 1);
    BOOST_TEST(onlyText(readBarcodes(photographed(qr, 1920, 1080, 2.5, 3))) == address);
}

BOOST_AUTO_TEST_CASE(a_code_128_lying_askew_is_read) {
    const auto turned = turnedByAnEighth(photographed(drawCode128("BCDFGHJR", 2, 60), 640, 640, 1.5, 3));
    BOOST_TEST(onlyText(readBarcodes(turned)) == "BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(a_picture_without_barcode_gives_none) {
    BOOST_TEST(readBarcodes(GreyPicture(640, 480)).empty());
    BOOST_TEST(readBarcodes(photographed(Bitmap(1, 1), 640, 480, 1, 40)).empty());
    BOOST_TEST(readBarcodes(GreyPicture(1, 1)).empty());
    BOOST_TEST(readBarcodes(GreyPicture(0, 0)).empty());
}

BOOST_AUTO_TEST_SUITE_END()
