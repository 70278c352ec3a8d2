#include <boost/test/unit_test.hpp>

#include "tests/drivers/usb/on_usb.h"

using namespace remise::test::usb;

namespace {

bool says(const Ran& ran, const std::string& words) {
    return ran.said.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(usb_scanners_test)

BOOST_AUTO_TEST_CASE(what_a_scanner_reads_arrives_with_its_symbology_in_order) {
    const Ran ran = labelOnUsb(
        {"scanner,serial=S1,read=]Q1https://remise.example/u/BCDFGHJR,read=]C0RF 12,read=]E04006381333931"},
        "scan --count 3");
    BOOST_TEST(ran.status == 0, ran.said);
    BOOST_TEST(says(ran,
                    "{\"format\":\"QRCode\",\"text\":\"https://remise.example/u/BCDFGHJR\"}\n"
                    "{\"format\":\"Code128\",\"text\":\"RF 12\"}\n"
                    "{\"format\":\"EAN-13\",\"text\":\"4006381333931\"}\n"),
               ran.said);
}

BOOST_AUTO_TEST_CASE(a_code_of_several_reports_is_one_scan) {
    const std::string code = std::string(100, 'A') + "end";
    const Ran ran = labelOnUsb({"scanner,serial=S1,read=]d1" + code}, "scan --count 1");
    BOOST_TEST(says(ran, "{\"format\":\"DataMatrix\",\"text\":\"" + code + "\"}\n"), ran.said);
}

BOOST_AUTO_TEST_CASE(two_scanners_and_a_keyboard_do_not_disturb_each_other) {
    const Ran ran = labelOnUsb({"keyboard", "scanner,serial=S1,read=]C0ONE", "scanner,serial=S2,read=]C0TWO"},
                               "scan --count 2");
    BOOST_TEST(ran.status == 0, ran.said);
    BOOST_TEST((says(ran, "\"ONE\"") && says(ran, "\"TWO\"")), ran.said);
}

BOOST_AUTO_TEST_CASE(garbage_is_left_out_and_the_next_scan_heard) {
    const Ran ran = labelOnUsb({"scanner,serial=S1,read=!0203,read=!ff00ff,read=]C0GOOD"}, "scan --count 1");
    BOOST_TEST(says(ran, "{\"format\":\"Code128\",\"text\":\"GOOD\"}\n"), ran.said);
}

BOOST_AUTO_TEST_CASE(a_scanner_that_refuses_to_talk_keeps_no_other_and_no_end_waiting) {
    const Ran ran = labelOnUsb({"scanner,serial=S1,dumb=yes", "scanner,serial=S2,plug=300,read=]C0TWO"},
                               "scan --count 1");
    BOOST_TEST(ran.status == 0, ran.said);
    BOOST_TEST(says(ran, "\"TWO\""), ran.said);
}

BOOST_AUTO_TEST_CASE(a_scanner_that_is_plugged_in_later_is_heard) {
    const Ran ran = labelOnUsb({"scanner,serial=S1,plug=300,read=]C0LATE"}, "scan --count 1");
    BOOST_TEST(says(ran, "\"LATE\""), ran.said);
    BOOST_TEST_MESSAGE("hot plug to the first scan: " << millisecondsSincePlugged(ran) << " ms");
}

BOOST_AUTO_TEST_SUITE_END()
