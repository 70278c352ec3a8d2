#include "drivers/reports/report.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;
using namespace std::string_view_literals;

BOOST_AUTO_TEST_SUITE(report_test)

BOOST_AUTO_TEST_CASE(each_format_is_told_by_its_beginning) {
    BOOST_TEST((detectFormat(" \r\n{\"deviceid\": \"x\", \"content\": {}}") == ReportFormat::glpiJson));
    BOOST_TEST(
        (detectFormat("\xEF\xBB\xBF{\"content\": {}, \"deviceid\": \"x\"}") == ReportFormat::glpiJson));
    BOOST_TEST((detectFormat("{\"schema\": 3}") == ReportFormat::unknown));
    BOOST_TEST((detectFormat("<?xml version=\"1.0\"?><REQUEST/>") == ReportFormat::xml));
    BOOST_TEST((detectFormat("\x78\x9c\x03\x00"sv) == ReportFormat::zlib));
    BOOST_TEST((detectFormat("\x78\x01\x03\x00"sv) == ReportFormat::zlib));
    BOOST_TEST(
        (detectFormat("[2026/11/22 05:04:02]  notice: Found /dev/sda, ATA") == ReportFormat::nwipeLog));
    BOOST_TEST((detectFormat(R"({"IMEI": "1", "Working": "Yes"})") == ReportFormat::diagnostics));
    BOOST_TEST((detectFormat(R"([{"IMEI": "1", "Working": "Yes"}])") == ReportFormat::diagnostics));
    BOOST_TEST((detectFormat("<report><blancco_data/></report>") == ReportFormat::diagnostics));
    BOOST_TEST((detectFormat("[1, 2]") == ReportFormat::unknown));
    BOOST_TEST((detectFormat("") == ReportFormat::unknown));
    BOOST_TEST((detectFormat("x") == ReportFormat::unknown));
    BOOST_TEST((detectFormat("%PDF-1.4") == ReportFormat::unknown));
}

BOOST_AUTO_TEST_CASE(battery_health_is_rounded_down_and_never_above_a_hundred) {
    Battery battery;
    BOOST_TEST(!battery.healthPercent().has_value());
    battery.designMwh = 57570;
    BOOST_TEST(!battery.healthPercent().has_value());
    battery.fullMwh = 48935;  // 85.0009 %
    BOOST_TEST(battery.healthPercent().value() == 85);
    battery.fullMwh = 48934;  // 84.9991 %
    BOOST_TEST(battery.healthPercent().value() == 84);
    battery.fullMwh = 60000;
    BOOST_TEST(battery.healthPercent().value() == 100);
    battery.fullMwh = 570000;
    BOOST_TEST(!battery.healthPercent().has_value());
}

BOOST_AUTO_TEST_SUITE_END()
