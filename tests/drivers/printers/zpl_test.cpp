#include "drivers/printers/zpl/zpl.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "drivers/printers/stream_reader.h"
#include "drivers/printers/zpl/zpl_decoder.h"
#include "labels/barcode.h"
#include "labels/grey_picture.h"
#include "labels/label.h"

using namespace remise;
using drivers::zpl::encode;
using labels::Bitmap;
using labels::Dots;

namespace {

Bitmap labelOf(const char* model) {
    const domain::Value data{
        domain::Value::Object{{"code", "BCDFGHJR"}, {"url", "https://remise.example"}, {"model", model}}};
    return *labels::drawLabel("unit", data);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zpl_test)

BOOST_AUTO_TEST_CASE(a_small_picture_has_exactly_these_bytes) {
    Bitmap bitmap(20, 5);
    bitmap.blacken({0, 1, 20, 2});  // two equal rows, the padding of the third byte stays white
    bitmap.blacken(4, 3);
    bitmap.blacken({8, 4, 8, 1});
    BOOST_TEST(encode(bitmap) ==
               "^XA\n^PW20^LL5^LH0,0^LS0\n^FO0,0^GFA,15,15,3,,KF,:08,H0HF,^FS\n^PQ1\n^XZ\n");
}

BOOST_AUTO_TEST_CASE(a_row_that_ends_black_is_filled_with_one_character) {
    Bitmap bitmap(16, 1);
    bitmap.blacken({4, 0, 12, 1});
    BOOST_TEST(encode(bitmap).find("GFA,2,2,2,0!^FS") != std::string::npos);
}

BOOST_DATA_TEST_CASE(any_picture_comes_back_dot_by_dot, boost::unit_test::data::xrange(1, 40), seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    Bitmap bitmap(static_cast<Dots>(1 + random() % 2000), static_cast<Dots>(1 + random() % 60));
    const unsigned runs = 1 + random() % 200;
    for (unsigned n = 0; n < runs; ++n)
        bitmap.blacken({static_cast<Dots>(random() % 2000), static_cast<Dots>(random() % 60),
                        static_cast<Dots>(random() % 1700), static_cast<Dots>(random() % 3)});
    BOOST_TEST((drivers::zpl::decode(encode(bitmap)).at(0) == bitmap));
}

BOOST_AUTO_TEST_CASE(a_label_decoded_from_its_bytes_is_read_by_a_scanner) {
    const std::string bytes = encode(labelOf("^XZ~JA ^FDThinkPad^FS"));
    const auto found = labels::readBarcodes(toGrey(drivers::zpl::decode(bytes).at(0)));
    BOOST_TEST_REQUIRE(!found.empty());
    BOOST_TEST(found[0].text == "https://remise.example/u/BCDFGHJR");
}

/// 16,000 dots, and then nearly as many as are allowed in all, or labels of more: refused by their size
/// alone.
BOOST_AUTO_TEST_CASE(what_a_stream_asks_for_is_counted_before_it_gets_memory) {
    const std::string small = "^XA^FO0,0^GFA,2000,2000,2000,,";
    const auto isTooMuch = [](const drivers::StreamError& error) {
        return std::string(error.what()).starts_with("more dots than any roll has");
    };
    for (const std::string tooMuch :
         {"^GFA,67107219,67107219,3999,?", "^PW32000^LL32000^XZ", "^FO32000,32000^GFA,1,1,1,FF^XZ"})
        BOOST_CHECK_EXCEPTION(drivers::zpl::decode(small + tooMuch), drivers::StreamError, isTooMuch);
}

BOOST_AUTO_TEST_CASE(nothing_typed_by_people_reaches_the_printer_as_a_command) {
    const std::string bytes = encode(labelOf("^XZ~JA^FDpwned^FS"));
    BOOST_TEST(std::count(bytes.begin(), bytes.end(), '~') == 0);
    BOOST_TEST(std::count(bytes.begin(), bytes.end(), '^') == 10);
    BOOST_TEST(bytes.find("pwned") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
