#include "drivers/printers/escpos/escpos.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>

#include "drivers/printers/escpos/escpos_decoder.h"
#include "drivers/printers/stream_reader.h"

using namespace remise;
using namespace std::string_literals;
using drivers::escpos::Cutter;
using drivers::escpos::decode;
using drivers::escpos::encode;
using labels::Bitmap;
using labels::Dots;

BOOST_AUTO_TEST_SUITE(escpos_test)

BOOST_AUTO_TEST_CASE(a_small_picture_has_exactly_these_bytes) {
    Bitmap bitmap(8, 2);
    bitmap.blacken({0, 0, 8, 1});
    bitmap.blacken(7, 1);
    BOOST_TEST(encode(bitmap, 24, Cutter::cuts) == "\x1b@\x1dv0\0\3\0\2\0\0\xff\0\0\x01\0\x1dVB\0"s);
    BOOST_TEST(encode(bitmap, 8, Cutter::none) == "\x1b@\x1dv0\0\1\0\2\0\xff\x01\x1b\x64\x04"s);
}

BOOST_DATA_TEST_CASE(any_picture_comes_back_in_the_middle_of_the_paper, boost::unit_test::data::xrange(1, 30),
                     seed) {
    std::mt19937 random(static_cast<unsigned>(seed));
    const Dots head = random() % 2 == 0 ? 384 : 576;
    Bitmap label(static_cast<Dots>(1 + random() % static_cast<unsigned>(head)),
                 static_cast<Dots>(1 + random() % 400));
    for (int n = 0; n < 50; ++n)
        label.blacken({static_cast<Dots>(random() % 576), static_cast<Dots>(random() % 400),
                       static_cast<Dots>(random() % 90), static_cast<Dots>(random() % 9)});
    Bitmap expected(head, label.height());
    expected.draw(label, (head - label.width()) / 2, 0);
    const std::string stream = encode(label, head, random() % 2 == 0 ? Cutter::none : Cutter::cuts);
    const auto labels = decode(stream + stream);
    BOOST_TEST_REQUIRE(labels.size() == 2U);
    BOOST_TEST((labels[0] == expected));
    BOOST_TEST((labels[1] == expected));
}

BOOST_AUTO_TEST_CASE(damaged_streams_are_refused) {
    for (const std::string& stream :
         {"\x1b@text"s, "\x1dv0\0\1\0\2\0\xff"s, "\x1dv0\3\1\0\1\0\xff"s, "\x1dv0\0\0\0\1\0"s, "\x1dV"s})
        BOOST_CHECK_THROW(decode(stream), drivers::StreamError);
}

BOOST_AUTO_TEST_SUITE_END()
