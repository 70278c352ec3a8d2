#include "labels/text.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::labels;

namespace {

constexpr TextStyle plain{.largest = 30, .smallest = 12};

struct Drawn {
    Bitmap bitmap;
    Box ink;
};

Drawn drawnIn(const Box& box, std::string_view text, const TextStyle& style = plain) {
    Drawn drawn{Bitmap(600, 200), {}};
    drawn.ink = drawText(drawn.bitmap, box, text, style).ink;
    return drawn;
}

bool isInside(const Box& inner, const Box& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

int blackDots(const Bitmap& bitmap, const Box& box) {
    int count = 0;
    for (Dots y = box.y; y < box.bottom(); ++y)
        for (Dots x = box.x; x < box.right(); ++x)
            count += bitmap.isBlack(x, y) ? 1 : 0;
    return count;
}

constexpr Box wide{20, 20, 560, 40};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_test)

const std::vector<std::string> texts{"Lenovo ThinkPad T480",
                                     "Ноутбук Леново",
                                     "حاسوب محمول لينوفو",
                                     "לפטופ",
                                     "ላፕቶፕ",
                                     "联想笔记本电脑",
                                     "ノートパソコン",
                                     "노트북 컴퓨터",
                                     "Máy tính xách tay đã sửa",
                                     "Ordinateur d'été «œuvre»",
                                     "Fujitsu LIFEBOOK \"E\" <b>5510</b> & co"};

BOOST_DATA_TEST_CASE(text_of_every_script_leaves_its_ink_inside_the_box, texts, text) {
    const auto [bitmap, ink] = drawnIn(wide, text);
    BOOST_TEST(isInside(ink, wide));
    BOOST_TEST(ink.height >= 12);
    const int all = blackDots(bitmap, {0, 0, bitmap.width(), bitmap.height()});
    BOOST_TEST(all > 100);
    BOOST_TEST(blackDots(bitmap, ink) == all);
}

BOOST_DATA_TEST_CASE(every_letter_of_these_scripts_is_in_a_font, texts, text) {
    Bitmap bitmap(600, 200);
    BOOST_TEST(drawText(bitmap, wide, text, plain).unknown == "");
}

BOOST_AUTO_TEST_CASE(a_letter_that_no_font_has_is_told) {
    Bitmap bitmap(600, 200);
    BOOST_TEST(drawText(bitmap, wide, "Aminata \U000F0000", plain).unknown == "\U000F0000");
}

/// The lowest black dot of a short text, which is its foot when no letter hangs below.
Dots footOf(std::string_view text) {
    return drawnIn(wide, text).ink.bottom();
}

BOOST_AUTO_TEST_CASE(texts_side_by_side_stand_on_one_line_whatever_hangs_below) {
    const auto [both, ink] = drawnIn(wide, "312 kg");
    BOOST_TEST(ink.bottom() > footOf("312"));
    const Box digits{ink.x, wide.y, 30, wide.height};
    BOOST_TEST(blackDots(both, digits) == blackDots(drawnIn(wide, "312").bitmap, digits));
}

BOOST_AUTO_TEST_CASE(a_text_takes_one_line_of_smaller_letters_rather_than_leave_a_word_alone) {
    const TextStyle twoLines{.largest = 30, .smallest = 12, .lines = 2};
    const Dots oneLine = drawnIn({0, 0, 260, 80}, "Lenovo ThinkPad T480", twoLines).ink.height;
    BOOST_TEST(oneLine < 30);
    BOOST_TEST(drawnIn({0, 0, 150, 80}, "Lenovo ThinkPad T480", twoLines).ink.height > 40);
}

BOOST_AUTO_TEST_CASE(tags_and_entities_are_drawn_as_they_were_typed) {
    const auto width = [](std::string_view text) { return drawnIn(wide, text).ink.width; };
    BOOST_TEST(width("<b>T480</b>") > width("T480") * 3 / 2);
    BOOST_TEST(width("A&amp;B") > width("A&B") * 3 / 2);
    BOOST_TEST(width("<span size='1'>") > width("span size=1"));
}

BOOST_AUTO_TEST_CASE(a_short_text_is_as_large_as_its_style_allows_and_a_longer_one_smaller) {
    const Dots large = drawnIn(wide, "T480").ink.height;
    const Dots smaller = drawnIn(wide, "HP EliteBook 840 G5 Healthcare Edition T480").ink.height;
    BOOST_TEST(large > smaller);
    const Dots largest = drawnIn({0, 0, 600, 200}, "H", {.largest = 100, .smallest = 12}).ink.height;
    BOOST_TEST(largest > 65);
    BOOST_TEST(largest < 80);
}

BOOST_AUTO_TEST_CASE(a_text_too_long_even_at_the_smallest_size_is_cut_with_an_ellipsis) {
    const Box narrow{50, 50, 120, 20};
    const std::string name = "Workstation with an endless name that nobody would ever want to print";
    const auto [bitmap, ink] = drawnIn(narrow, name);
    BOOST_TEST(isInside(ink, narrow));
    const auto [whole, wholeInk] = drawnIn({0, 50, 600, 20}, name);
    BOOST_TEST(ink.width < wholeInk.width / 2);
}

BOOST_AUTO_TEST_CASE(no_line_is_cut_through_where_the_box_is_too_low_for_two) {
    const TextStyle twoLines{.largest = 24, .smallest = 16, .lines = 2};
    const Box low{0, 0, 200, 36};
    for (const char* name : {"حاسوب محمول لينوفو مع شاحن وحقيبة وفأرة",
                             "Máy tính xách tay đã được sửa chữa rồi, có cả túi và chuột"}) {
        Bitmap bitmap(600, 200);
        const Text drawn = drawText(bitmap, low, name, twoLines);
        BOOST_TEST(!drawn.isWhole);
        BOOST_TEST(drawn.ink.height <= low.height);
        BOOST_TEST(blackDots(bitmap, {0, low.bottom() - 1, 200, 1}) <= 20);
    }
}

BOOST_AUTO_TEST_CASE(a_text_may_take_two_lines_and_a_single_long_word_is_broken) {
    const Box box{0, 0, 180, 60};
    const TextStyle twoLines{.largest = 26, .smallest = 16, .lines = 2};
    BOOST_TEST(drawnIn(box, "Hewlett-Packard EliteBook 840", twoLines).ink.height > 30);
    const auto word = drawnIn(box, "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", twoLines);
    BOOST_TEST(isInside(word.ink, box));
}

BOOST_AUTO_TEST_CASE(a_text_becomes_smaller_rather_than_break_a_word) {
    const TextStyle twoLines{.largest = 90, .smallest = 20, .lines = 2};
    BOOST_TEST(drawnIn({0, 0, 300, 200}, "Aminata", twoLines).ink.height < 90);
}

BOOST_AUTO_TEST_CASE(control_characters_and_marks_that_reorder_text_change_nothing) {
    const Bitmap clean = drawnIn(wide, "Dell Latitude").bitmap;
    using namespace std::string_view_literals;
    BOOST_TEST((drawnIn(wide, "Dell\nLatitude").bitmap == clean));
    BOOST_TEST((drawnIn(wide, "Dell\r\n\tLatitude").bitmap == clean));
    BOOST_TEST((drawnIn(wide, "Dell\0Latitude"sv).bitmap == clean));
    BOOST_TEST((drawnIn(wide, "Dell \u202eLatitude\u202c").bitmap == clean));
}

BOOST_AUTO_TEST_CASE(broken_utf8_shows_as_replacement_characters) {
    BOOST_TEST((drawnIn(wide, "Dell \xff\xc3").bitmap == drawnIn(wide, "Dell \ufffd\ufffd").bitmap));
}

BOOST_AUTO_TEST_CASE(nothing_is_drawn_for_an_empty_text_or_an_empty_box) {
    BOOST_TEST((drawnIn(wide, "").bitmap == Bitmap(600, 200)));
    BOOST_TEST((drawnIn({10, 10, 0, 20}, "T480").bitmap == Bitmap(600, 200)));
    BOOST_TEST((drawnIn({10, 10, 20, -5}, "T480").bitmap == Bitmap(600, 200)));
}

BOOST_AUTO_TEST_CASE(a_box_that_sticks_out_of_the_picture_is_cut_at_its_edge) {
    Bitmap tiny(20, 20);
    drawText(tiny, {10, 0, 200, 40}, "T480", plain);
    BOOST_TEST(blackDots(tiny, {0, 0, 20, 20}) > 0);
}

BOOST_AUTO_TEST_SUITE_END()
