#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "labels/picture_file.h"
#include "tests/labels/degraded_pictures.h"
#include "tests/labels/plain_reader.h"
#include "tests/labels/scene.h"
#include "tests/support/field_files.h"

using namespace remise::labels;
using namespace remise::test;
using remise::tests::fieldFile;

namespace {

Score scoreOf(const Recipe& recipe) {
    Score score;
    for (int n = 0; n < recipe.rounds * picturesARound; ++n) {
        const DegradedPicture made = degradedPicture(recipe, n);
        score.count(made.text, readBarcodes(made.picture), plainlyRead(made.picture));
    }
    return score;
}

void printRate(std::string_view what, const Score& score) {
    std::cout << "recognition " << what << ": ours " << score.ours << ", plain " << score.plain << " of "
              << score.pictures << std::endl;
}

/// A code in a white field, at this place of a wide grey picture.
GreyPicture lying(const Bitmap& code, int left, int top) {
    GreyPicture picture(1920, 1080, 200);
    const GreyPicture label = toGrey(code);
    for (int y = 0; y < label.height; ++y)
        for (int x = 0; x < label.width; ++x)
            picture.at(left + x, top + y) = label.at(x, y);
    return picture;
}

bool isNear(Point a, int x, int y) {
    return std::abs(a.x - x) < 16 && std::abs(a.y - y) < 16;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(barcode_reading_test)

BOOST_AUTO_TEST_CASE(of_degraded_small_pictures_more_are_read_than_plainly_and_none_wrong) {
    const Score score = scoreOf({CameraSize::vga, 3, 2});
    printRate("in VGA", score);
    BOOST_TEST(score.wrong == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(score.ours * 10 >= score.plain * 13);
}

BOOST_AUTO_TEST_CASE(of_degraded_full_hd_pictures_nearly_twice_as_many_are_read_as_plainly_and_none_wrong) {
    const Score score = scoreOf({CameraSize::fullHd, 3, 1});
    printRate("in full HD", score);
    BOOST_TEST(score.wrong == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(score.ours * 10 >= score.plain * 19);
}

BOOST_AUTO_TEST_CASE(nothing_is_read_where_there_is_no_code) {
    for (int n = 0; n < 10; ++n) {
        BOOST_TEST(readBarcodes(emptyPicture({CameraSize::vga, 5}, n)).empty());
        BOOST_TEST(readBarcodes(emptyPicture({CameraSize::vga, 5}, n), Effort::thorough).empty());
    }
}

/// ZXing's own program reads 52 of them: it takes transparent paper for black.
BOOST_AUTO_TEST_CASE(every_photo_is_read_and_none_wrong,
                     *boost::unit_test::precondition(remise::tests::fieldFilesGiven)) {
    std::ifstream file(fieldFile("barcodes/expected.json"));
    std::map<std::string, Score> scores;
    Score total;
    const auto expected = nlohmann::json::parse(file);
    for (const auto& image : expected.at("images")) {
        const GreyPicture photo = readPicture(fieldFile("barcodes/" + image.at("file").get<std::string>()));
        const auto found = readBarcodes(photo);
        const std::string plainly = plainlyRead(photo);
        scores[image.at("format")].count(image.at("text"), found, plainly);
        total.count(image.at("text"), found, plainly);
    }
    for (const auto& [format, score] : scores)
        printRate("of photos, " + format, score);
    printRate("of photos", total);
    BOOST_TEST(total.wrong == std::vector<std::string>{}, boost::test_tools::per_element());
    BOOST_TEST(total.pictures >= 55);
    BOOST_TEST(total.ours == total.pictures);
}

BOOST_AUTO_TEST_CASE(a_code_says_where_it_lies) {
    const Bitmap qr = drawQr("https://remise.example/u/BCDFGHJR", 6);
    const auto found = readBarcodes(lying(qr, 1200, 600));
    BOOST_REQUIRE(found.size() == 1U);
    const int quiet = 4 * 6;
    BOOST_TEST(isNear(found[0].position[0], 1200 + quiet, 600 + quiet));
    BOOST_TEST(isNear(found[0].position[2], 1200 + qr.width() - quiet, 600 + qr.height() - quiet));
}

BOOST_AUTO_TEST_CASE(bars_lying_askew_say_where_they_lie_too) {
    const GreyPicture picture = turnedByAnEighth(lying(drawCode128("BCDFGHJR", 6, 200), 500, 440));
    const auto found = readBarcodes(picture);
    BOOST_REQUIRE(found.size() == 1U);
    const auto aimed = aimedOne(found, picture);
    BOOST_REQUIRE(aimed.has_value());
    for (const Point& corner : aimed->position) {
        BOOST_TEST(std::abs(corner.x - 960) < 360);
        BOOST_TEST(std::abs(corner.y - 540) < 360);
    }
}

BOOST_AUTO_TEST_CASE(two_equal_labels_in_one_view_are_two) {
    const Bitmap qr = drawQr("https://remise.example/u/BCDFGHJR", 6);
    GreyPicture both = lying(qr, 200, 300);
    const GreyPicture label = toGrey(qr);
    for (int y = 0; y < label.height; ++y)
        for (int x = 0; x < label.width; ++x)
            both.at(1300 + x, 300 + y) = label.at(x, y);
    BOOST_TEST(readBarcodes(both).size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_aimed_one_is_nearest_to_the_middle) {
    const GreyPicture picture(100, 100);
    const auto at = [](std::string text, int x, int y) {
        return Barcode{"QRCode", std::move(text), {Point{x, y}, {x + 9, y}, {x + 9, y + 9}, {x, y + 9}}};
    };
    const std::vector<Barcode> found{at("corner", 5, 5), at("middle", 40, 50), at("edge", 90, 50)};
    BOOST_TEST(aimedOne(found, picture)->text == "middle");
    BOOST_TEST(!aimedOne({}, picture).has_value());
}

BOOST_AUTO_TEST_CASE(a_thorough_look_finds_the_small_code_beside_the_large) {
    GreyPicture picture = lying(drawQr("https://remise.example/u/BCDFGHJR", 12), 200, 200);
    const GreyPicture small = toGrey(drawCode128("PC1234567", 1, 30));
    for (int y = 0; y < small.height; ++y)
        for (int x = 0; x < small.width; ++x)
            picture.at(1200 + x, 700 + y) = small.at(x, y);
    BOOST_TEST(readBarcodes(picture, Effort::thorough).size() == 2U);
}

BOOST_AUTO_TEST_CASE(the_dark_is_told_from_a_lit_bench) {
    BOOST_TEST(isDark(GreyPicture(640, 480, 30)));
    BOOST_TEST(!isDark(GreyPicture(640, 480, 120)));
    BOOST_TEST(!isDark(degradedPicture({}, 0).picture));
}

BOOST_AUTO_TEST_SUITE_END()
