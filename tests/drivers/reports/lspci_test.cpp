#include "drivers/reports/lspci.h"

#include <boost/test/unit_test.hpp>

using namespace remise::drivers::reports;

BOOST_AUTO_TEST_SUITE(lspci_test)

BOOST_AUTO_TEST_CASE(graphics_cards_are_found_and_their_second_functions_are_not) {
    const auto cards = readLspci(
        "00:00.0 Host bridge: Intel Corporation Mobile 4 Series (rev 07)\n"
        "00:02.0 VGA compatible controller: Intel Corporation Mobile 4 Series Graphics (rev 07) (prog-if 00 "
        "[VGA])\n"
        "\tSubsystem: Dell VGA compatible controller: no\n"
        "00:02.1 Display controller: Intel Corporation Mobile 4 Series Graphics (rev 07)\n"
        "01:00.0 3D controller: NVIDIA Corporation GM108M [GeForce 940MX] (rev a2)\n");
    BOOST_REQUIRE(cards.size() == 2U);
    BOOST_TEST(cards[0].maker == "Intel Corporation");
    BOOST_TEST(cards[0].model == "Mobile 4 Series Graphics");
    BOOST_TEST(cards[1].model == "GM108M [GeForce 940MX]");
}

BOOST_AUTO_TEST_CASE(numbers_and_domains_make_no_difference) {
    const auto cards = readLspci(
        "0000:01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP106 [GeForce GTX 1060 6GB] "
        "[10de:1c03] (rev a1)\n");
    BOOST_REQUIRE(cards.size() == 1U);
    BOOST_TEST(cards[0].model == "GP106 [GeForce GTX 1060 6GB]");
}

BOOST_AUTO_TEST_CASE(a_maker_we_do_not_know_stays_in_the_name) {
    const auto cards = readLspci("01:00.0 VGA compatible controller: Moore Threads S80\n");
    BOOST_REQUIRE(cards.size() == 1U);
    BOOST_TEST(cards[0].maker == "");
    BOOST_TEST(cards[0].model == "Moore Threads S80");
}

BOOST_AUTO_TEST_CASE(its_lines_are_known_by_their_beginning) {
    BOOST_TEST(isLspci("00:00.0 Host bridge: Intel\n"));
    BOOST_TEST(isLspci("pcilib: warning\n0000:00:00.0 Host bridge: Intel\n"));
    BOOST_TEST(!isLspci("12:30:45 Some log\n"));
    BOOST_TEST(!isLspci("00:00.0"));
}

BOOST_AUTO_TEST_SUITE_END()
