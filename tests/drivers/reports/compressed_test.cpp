#include "drivers/reports/compressed.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

namespace {

std::string refusalOf(std::string_view packed) {
    const auto text = unpackZlib(packed);
    return text ? "read" : std::string(text.refusal().code());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(compressed_test)

BOOST_AUTO_TEST_CASE(what_is_packed_is_unpacked) {
    const std::string text = "<REQUEST>" + std::string(100'000, 'x') + "</REQUEST>";
    BOOST_TEST(packZlib(text).size() < 1000);
    BOOST_TEST((*unpackZlib(packZlib(text)) == text));
    BOOST_TEST(unpackZlib(packZlib(""))->empty());
}

BOOST_AUTO_TEST_CASE(a_stream_cut_anywhere_is_refused) {
    const std::string packed = packZlib("<REQUEST><QUERY>PROLOG</QUERY></REQUEST>");
    for (std::size_t length = 0; length < packed.size(); ++length)
        BOOST_TEST(refusalOf(packed.substr(0, length)) == "report_field", length);
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_noticed) {
    std::string packed = packZlib("<REQUEST><QUERY>PROLOG</QUERY></REQUEST>");
    packed.back() = static_cast<char>(packed.back() ^ 1);
    BOOST_TEST(refusalOf(packed) == "report_field");
    BOOST_TEST(refusalOf("no zlib at all") == "report_field");
}

BOOST_AUTO_TEST_CASE(more_than_the_limit_is_never_unpacked) {
    BOOST_TEST(refusalOf(packZlib(std::string(16U << 20, ' '))) == "read");
    BOOST_TEST(refusalOf(packZlib(std::string((16U << 20) + 1, ' '))) == "too_large");
}

BOOST_AUTO_TEST_SUITE_END()
