#include "drivers/printers/brother_ql/brother_ql.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "drivers/printers/brother_ql/brother_ql_decoder.h"
#include "drivers/printers/brother_ql/pack_bits.h"
#include "drivers/printers/models.h"
#include "drivers/printers/stream_reader.h"

using namespace remise;
using namespace std::string_literals;
using drivers::brother_ql::Medium;
using labels::Bitmap;
using labels::Dots;
namespace ql = drivers::brother_ql;

namespace {

struct Pair {
    std::string_view name;
    ql::Model model;
    Medium medium;
};
std::ostream& operator<<(std::ostream& out, const Pair& pair) {
    return out << pair.name << " with " << pair.medium.name;
}

/// Every model with every roll that goes into it.
std::vector<Pair> pairs() {
    std::vector<Pair> all;
    for (const auto& row : drivers::printerModels()) {
        const auto* model = std::get_if<ql::Model>(&row.language);
        if (model == nullptr) continue;
        for (const Medium& medium : ql::media())
            if (model->head.offset + medium.offset + medium.printableWidth <= model->head.bytesPerRow * 8)
                all.push_back({row.name, *model, medium});
    }
    return all;
}

Bitmap scribble(Dots width, Dots height) {
    std::mt19937 random(3);
    Bitmap bitmap(width, height);
    const auto any = [&](Dots most) { return static_cast<Dots>(random() % static_cast<unsigned>(most)); };
    for (int n = 0; n < 30; ++n)
        bitmap.blacken({any(width), any(height), any(60), any(6)});
    bitmap.blacken(0, 0);
    bitmap.blacken(width - 1, height - 1);
    return bitmap;
}

Medium mediumNamed(std::string_view name) {
    return ql::mediumNamed(name).value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(brother_ql_test)

BOOST_DATA_TEST_CASE(any_picture_comes_back_dot_by_dot_from_every_model_and_roll, pairs(), pair) {
    const Bitmap picture = scribble(pair.medium.printableWidth,
                                    pair.medium.printableLength > 0 ? pair.medium.printableLength : 80);
    const auto back =
        ql::decode(ql::beginning(pair.model) + ql::encode(picture, pair.medium, pair.model).whole());
    BOOST_TEST_REQUIRE(back.size() == 1U);
    BOOST_TEST((back[0] == picture));
}

BOOST_AUTO_TEST_CASE(wide_rolls_go_into_wide_printers_only) {
    for (const Pair& pair : pairs())
        BOOST_TEST((pair.medium.widthMm <= 62 || pair.model.head.bytesPerRow == 162));
}

BOOST_AUTO_TEST_CASE(packing_follows_the_manuals_example) {
    const std::string row = std::string(20, '\0') + "\x22\x22\x23\xba\xbf\xa2\x22\x2b"s;
    BOOST_TEST(ql::packBits(row) == "\xed\0\xff\x22\x05\x23\xba\xbf\xa2\x22\x2b"s);
}

BOOST_AUTO_TEST_CASE(packing_never_makes_a_row_longer_than_all_different) {
    std::string worst;
    for (int n = 0; n < 30; ++n)
        worst += {static_cast<char>(n), '\x55', '\x55'};
    BOOST_TEST(ql::packBits(worst).size() == 91U);
    BOOST_TEST(ql::unpackBits(ql::packBits(worst), 90).value() == worst);
}

BOOST_AUTO_TEST_CASE(packed_bytes_that_end_too_soon_or_are_too_many_are_refused) {
    BOOST_TEST(!ql::unpackBits("\x05\x01\x02"s, 90));
    BOOST_TEST(!ql::unpackBits("\xfe"s, 90));
    BOOST_TEST(!ql::unpackBits("\x81\x01"s, 90));
}

BOOST_AUTO_TEST_CASE(a_whole_label_is_cut_to_what_the_head_reaches) {
    Bitmap label(732, 343);
    label.blacken({18, 36, 696, 271});
    const auto printable = ql::fitted(label, mediumNamed("62x29"));
    BOOST_TEST_REQUIRE(printable.has_value());
    BOOST_TEST(printable->width() == 696);
    BOOST_TEST(printable->height() == 271);
    BOOST_TEST(printable->isBlack(0, 0));
    BOOST_TEST(printable->isBlack(695, 270));
}

BOOST_AUTO_TEST_CASE(black_dots_out_of_reach_are_never_cut_off_in_silence) {
    Bitmap label(732, 343);
    label.blacken(3, 100);
    BOOST_TEST(!ql::fitted(label, mediumNamed("62x29")).has_value());
    BOOST_TEST(!ql::fitted(label, mediumNamed("62")).has_value());
}

BOOST_AUTO_TEST_CASE(a_label_that_lies_across_the_roll_is_turned) {
    Bitmap label(1063, 343);
    label.blacken({40, 30, 10, 1});  // at the left, near the upper edge
    const auto printable = ql::fitted(label, mediumNamed("29x90"));
    BOOST_TEST_REQUIRE(printable.has_value());
    BOOST_TEST(printable->width() == 306);
    BOOST_TEST(printable->height() == 991);
    BOOST_TEST(printable->isBlack(294, 5));  // at the right, near the beginning
}

BOOST_AUTO_TEST_CASE(an_endless_roll_takes_labels_up_to_its_width) {
    BOOST_TEST(ql::fitted(Bitmap(591, 295), mediumNamed("62")).value().height() == 225);
    BOOST_TEST(!ql::fitted(Bitmap(591, 480), mediumNamed("29")).has_value());
    BOOST_TEST(!ql::fitted(Bitmap(100, 100), mediumNamed("62")).has_value());
}

BOOST_AUTO_TEST_CASE(a_label_with_ink_near_its_ends_comes_out_longer_on_an_endless_roll) {
    Bitmap label(591, 295);
    label.blacken({50, 10, 20, 1});
    label.blacken({60, 270, 20, 1});
    const auto printable = ql::fitted(label, mediumNamed("62"));
    BOOST_TEST_REQUIRE(printable.has_value());
    BOOST_TEST(printable->height() == 295 - 10 - 24);
    BOOST_TEST(printable->isBlack(52 + 50, 0));
}

BOOST_AUTO_TEST_CASE(damaged_streams_are_told_with_their_place) {
    const auto what = [](const std::string& stream) {
        try {
            ql::decode(stream);
            return "nothing"s;
        } catch (const drivers::StreamError& error) {
            return std::string(error.what());
        }
    };
    BOOST_TEST(what("\x1b@g") == "the stream ends too soon at byte 3");
    BOOST_TEST(what("\x1b@?").starts_with("no raster command"));
    BOOST_TEST(what("g\0\3abc"s).starts_with("a row that is neither 90 nor 162 bytes long"));
    BOOST_TEST(what(std::string(1'000'000, 'Z')).starts_with("more rows than any roll has"));
}

BOOST_AUTO_TEST_SUITE_END()
