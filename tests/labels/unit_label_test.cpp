#include "labels/unit_label.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <thread>

#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "tests/labels/scene.h"

using namespace remise::labels;

namespace {

UnitLabel thinkpad() {
    return {"BCDFGHJR", "https://remise.example", "Lenovo ThinkPad T480"};
}

std::vector<Barcode> addressAsQr(const UnitLabel& label) {
    return {{"QRCode", addressOf(label)}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(unit_label_test)

BOOST_AUTO_TEST_CASE(the_label_holds_the_address_of_the_units_passport) {
    const Bitmap label = drawUnitLabel(thinkpad());
    BOOST_TEST(label.width() == 400);
    BOOST_TEST(label.height() == 200);
    const auto found = readBarcodes(toGrey(label));
    BOOST_TEST_REQUIRE(found.size() == 1U);
    BOOST_TEST(found[0].text == "https://remise.example/u/BCDFGHJR");
}

BOOST_AUTO_TEST_CASE(a_slash_at_the_end_of_the_public_address_makes_no_double_slash) {
    BOOST_TEST(addressOf({"BCDFGHJR", "https://remise.example//", ""}) ==
               "https://remise.example/u/BCDFGHJR");
}

const std::vector<std::string> models{
    "X",
    "حاسوب محمول لينوفو",
    "Ноутбук Леново ThinkPad",
    "<b>\"T480\"</b> & 'co'\n^XZ",
    std::string(4000, 'W'),
    "HP EliteBook 840 G5 Healthcare Edition with a very long commercial name"};

BOOST_DATA_TEST_CASE(no_model_name_harms_the_qr_code_or_the_code, models, model) {
    UnitLabel label = thinkpad();
    const Bitmap usual = drawUnitLabel(label);
    label.text = model;
    const Bitmap with = drawUnitLabel(label);
    BOOST_TEST((readBarcodes(toGrey(with)) == addressAsQr(label)));
    for (Dots y = 0; y < with.height(); ++y)
        for (Dots x = 0; x < with.width(); ++x)
            if (x < 185 || y < 130) BOOST_REQUIRE(with.isBlack(x, y) == usual.isBlack(x, y));
}

BOOST_AUTO_TEST_CASE(a_unit_whose_model_nobody_knows_gets_a_label_too) {
    UnitLabel label = thinkpad();
    label.text = "";
    BOOST_TEST((readBarcodes(toGrey(drawUnitLabel(label))) == addressAsQr(label)));
}

BOOST_AUTO_TEST_CASE(nothing_is_printed_within_a_millimetre_of_the_edge) {
    UnitLabel label = thinkpad();
    label.text = std::string(200, 'W');
    const Bitmap picture = drawUnitLabel(label);
    for (Dots y = 0; y < picture.height(); ++y)
        for (Dots x = 0; x < picture.width(); ++x)
            if (x < 8 || y < 8 || x >= picture.width() - 8 || y >= picture.height() - 8)
                BOOST_REQUIRE(!picture.isBlack(x, y));
}

BOOST_DATA_TEST_CASE(an_address_of_up_to_106_bytes_keeps_four_dots_a_module,
                     boost::unit_test::data::xrange(8, 106 - 11, 8), length) {
    const UnitLabel label{"XXXXXXXH", "https://" + std::string(static_cast<std::size_t>(length) - 8, 'a'),
                          ""};
    BOOST_TEST((readBarcodes(toGrey(drawUnitLabel(label))) == addressAsQr(label)));
    BOOST_TEST(drawLargestQr(addressOf(label), 200).width() >= 4 * 29);
}

BOOST_AUTO_TEST_CASE(an_address_too_long_for_a_readable_code_is_refused) {
    BOOST_CHECK_THROW(drawUnitLabel({"BCDFGHJR", "https://" + std::string(900, 'a'), ""}),
                      std::runtime_error);
}

BOOST_AUTO_TEST_CASE(labels_drawn_by_several_threads_at_once_are_the_same) {
    const Bitmap expected = drawUnitLabel(thinkpad());
    std::vector<Bitmap> drawn(8, Bitmap(0, 0));
    {
        std::vector<std::jthread> threads;
        for (Bitmap& picture : drawn)
            threads.emplace_back([&picture] { picture = drawUnitLabel(thinkpad()); });
    }
    for (const Bitmap& picture : drawn)
        BOOST_TEST((picture == expected));
}

BOOST_AUTO_TEST_CASE(a_camera_reads_the_label_from_arms_length_and_from_near) {
    const UnitLabel label = thinkpad();
    const Bitmap picture = drawUnitLabel(label);
    BOOST_TEST((readBarcodes(remise::test::photographed(picture, 1920, 1080, 1.2, 6)) == addressAsQr(label)));
    BOOST_TEST((readBarcodes(remise::test::photographed(picture, 1920, 1080, 4, 12)) == addressAsQr(label)));
}

BOOST_AUTO_TEST_SUITE_END()
