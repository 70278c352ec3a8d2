#include "drivers/scanners/hid_pos/hid_pos.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::drivers::hid_pos;
using remise::domain::Scan;
using remise::domain::ScanSource;

namespace {

enum class More { no, yes };

std::string report(const std::string& identifier, const std::string& data, More more = More::no) {
    std::string bytes(64, '\0');
    bytes[0] = 2;
    bytes[1] = static_cast<char>(data.size());
    bytes.replace(2, identifier.size(), identifier);
    bytes.replace(5, data.size(), data);
    bytes[63] = more == More::yes ? 1 : 0;
    return bytes;
}

std::string textOf(const std::string& data) {
    const auto scan = Reports().take(report("]C0", data));
    return scan ? scan->text : "nothing";
}

struct Named {
    std::string identifier;
    std::string name;
};

std::ostream& operator<<(std::ostream& out, const Named& named) {
    return out << named.identifier;
}

const Named names[] = {{"]Q1", "QRCode"}, {"]C0", "Code128"}, {"]C1", "Code128"}, {"]d2", "DataMatrix"},
                       {"]E0", "EAN-13"}, {"]E4", "EAN-8"},   {"]A0", "Code39"},  {"]L2", "PDF417"},
                       {"]z0", "Aztec"},  {"]I0", "ITF"},     {"]??", ""},        {"Q1]", ""}};

}  // namespace

BOOST_AUTO_TEST_SUITE(hid_pos_test)

BOOST_AUTO_TEST_CASE(a_report_is_a_scan_with_its_symbology) {
    const Scan expected{"RF-000123", "Code128", ScanSource::scanner};
    BOOST_TEST((Reports().take(report("]C0", "RF-000123")) == expected));
}

BOOST_DATA_TEST_CASE(identifiers_have_the_names_of_our_reader_of_pictures, names) {
    BOOST_TEST(symbologyOf(sample.identifier) == sample.name);
}

BOOST_AUTO_TEST_CASE(a_code_that_goes_on_is_whole_with_its_last_report) {
    Reports reports;
    BOOST_TEST(!reports.take(report("]Q1", std::string(56, 'a'), More::yes)));
    BOOST_TEST(!reports.take(report("]Q1", std::string(56, 'b'), More::yes)));
    const auto scan = reports.take(report("]Q1", "c"));
    BOOST_REQUIRE(scan);
    BOOST_TEST(scan->text == std::string(56, 'a') + std::string(56, 'b') + "c");
}

BOOST_AUTO_TEST_CASE(half_a_code_is_never_joined_with_another) {
    Reports reports;
    BOOST_TEST(!reports.take(report("]Q1", std::string(56, 'a'), More::yes)));
    BOOST_TEST(!reports.take(report("]C0", "other")));
    const auto next = reports.take(report("]C0", "whole"));
    BOOST_REQUIRE(next);
    BOOST_TEST(next->text == "whole");
}

BOOST_AUTO_TEST_CASE(a_code_without_end_is_dropped) {
    Reports reports;
    for (int i = 0; i < 1000; ++i)
        BOOST_TEST(!reports.take(report("]Q1", std::string(56, 'a'), More::yes)));
    const auto end = reports.take(report("]Q1", "z"));
    BOOST_TEST((!end || end->text.size() < 9000));
}

BOOST_AUTO_TEST_CASE(what_is_no_report_of_a_scan_is_nothing) {
    BOOST_TEST(!Reports().take(""));
    BOOST_TEST(!Reports().take(std::string(63, 'x')));
    BOOST_TEST(!Reports().take(std::string(64, '\x03')));
    BOOST_TEST(!Reports().take(std::string(64, '\0')));
    BOOST_TEST(!Reports().take(report("]C0", "")));
    std::string tooLong = report("]C0", "x");
    tooLong[1] = 57;
    BOOST_TEST(!Reports().take(tooLong));
}

BOOST_AUTO_TEST_CASE(text_is_utf8_whatever_the_code_held) {
    BOOST_TEST(textOf("h\xc3\xa9las") == "h\xc3\xa9las");
    BOOST_TEST(textOf("h\xe9las") == "h\xc3\xa9las");
    BOOST_TEST(textOf("\xed\xa0\x80") == "\xc3\xad\xc2\xa0\xc2\x80");
}

BOOST_AUTO_TEST_CASE(an_end_of_line_that_the_scanner_adds_goes) {
    BOOST_TEST(textOf("RF-1\r\n") == "RF-1");
}

BOOST_AUTO_TEST_CASE(gs1_codes_begin_with_their_fnc1) {
    const auto scan = Reports().take(report("]d2", "01095060001343"));
    BOOST_REQUIRE(scan);
    BOOST_TEST(scan->text ==
               "\x1d"
               "01095060001343");
}

BOOST_AUTO_TEST_CASE(only_a_bar_code_scanner_is_one) {
    BOOST_TEST(isScanner("\x05\x8c\x09\x02\xa1\x01"));
    BOOST_TEST(isScanner(std::string("\x06\x8c\x00\x09\x02\xa1\x01", 7)));
    BOOST_TEST(isScanner(std::string("\x0b\x02\x00\x8c\x00\xa1\x01", 7)));
    BOOST_TEST(!isScanner("\x05\x01\x09\x06\xa1\x01"));
    BOOST_TEST(!isScanner(std::string("\x05\x8c\x09\x02\xa1\x00", 6)));
    BOOST_TEST(!isScanner("\x05\x8c\x09"));
    BOOST_TEST(!isScanner(""));
}

BOOST_AUTO_TEST_SUITE_END()
