#include <boost/test/unit_test.hpp>
#include <fstream>
#include <sstream>

#include "tests/drivers/usb/on_usb.h"
#include "tests/support/temporary_folder.h"

using namespace remise::test::usb;
using remise::test::TemporaryFolder;

namespace {

const std::string d2j1 = "0a5f:0184:D2J1";

std::string contentOf(const std::filesystem::path& file) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    return bytes.str();
}

/// What the probe sends.
std::string numbers(std::size_t size) {
    std::string bytes;
    while (bytes.size() < size)
        bytes += std::to_string(bytes.size()) + ' ';
    bytes.resize(size);
    return bytes;
}

bool says(const Ran& ran, const std::string& words) {
    return ran.said.find(words) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(usb_line_test)

BOOST_AUTO_TEST_CASE(every_byte_arrives_once_and_in_order) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "taken";
    const Ran ran = probeOnUsb({"zpl,serial=D2J1,capture=" + file.string()}, d2j1 + " 100000");
    BOOST_TEST(says(ran, "sent 100000\n"), ran.said);
    BOOST_TEST((contentOf(file) == numbers(100000)));
}

BOOST_AUTO_TEST_CASE(a_printer_that_takes_nothing_more_is_given_up_with_an_exact_count) {
    const Ran ran = probeOnUsb({"zpl,serial=D2J1,freeze=40000"}, d2j1 + " 100000");
    BOOST_TEST(says(ran, "sent 40000 timeout\n"), ran.said);
}

BOOST_AUTO_TEST_CASE(a_stalled_printer_is_cleared_and_gets_the_rest) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "taken";
    const Ran ran = probeOnUsb({"zpl,serial=D2J1,stall=20001,capture=" + file.string()}, d2j1 + " 100000");
    BOOST_TEST(says(ran, "sent 20001 stalled\nsent 79999\n"), ran.said);
    BOOST_TEST((contentOf(file) == numbers(100000)));
}

BOOST_AUTO_TEST_CASE(a_cable_that_is_pulled_in_mid_transfer_ends_it_with_an_exact_count) {
    const TemporaryFolder folder;
    const auto file = folder.path() / "taken";
    const Ran ran = probeOnUsb({"zpl,serial=D2J1,unplug=33333,capture=" + file.string()}, d2j1 + " 100000");
    BOOST_TEST(says(ran, "sent 33333 unplugged\nnot to be used again\n"), ran.said);
    BOOST_TEST((contentOf(file) == numbers(33333)));
}

BOOST_AUTO_TEST_CASE(a_printer_of_another_program_is_refused_before_the_first_byte) {
    const Ran ran = probeOnUsb({"zpl,serial=D2J1,taken=yes"}, d2j1 + " 1000");
    BOOST_TEST(says(ran, "sent 0 refused\n"), ran.said);
}

BOOST_AUTO_TEST_CASE(a_printer_that_is_not_there_is_unplugged) {
    const Ran ran = probeOnUsb({"zpl,serial=D2J2"}, d2j1 + " 1000");
    BOOST_TEST(says(ran, "sent 0 unplugged\n"), ran.said);
}

BOOST_AUTO_TEST_CASE(of_two_the_same_the_one_with_the_serial_gets_the_bytes) {
    const TemporaryFolder folder;
    const auto first = folder.path() / "first", second = folder.path() / "second";
    const Ran ran = probeOnUsb(
        {"zpl,serial=D2J2,capture=" + first.string(), "zpl,serial=D2J1,capture=" + second.string()},
        d2j1 + " 500");
    BOOST_TEST(says(ran, "sent 500\n"), ran.said);
    BOOST_TEST(contentOf(first).empty());
    BOOST_TEST(contentOf(second) == numbers(500));
}

BOOST_AUTO_TEST_CASE(of_two_the_same_without_serials_the_socket_tells_which_is_meant) {
    const TemporaryFolder folder;
    const auto first = folder.path() / "first", second = folder.path() / "second";
    const Ran ran =
        probeOnUsb({"zpl,capture=" + first.string(), "zpl,capture=" + second.string()}, "0a5f:0184:@1-2 500");
    BOOST_TEST(says(ran, "sent 500\n"), ran.said);
    BOOST_TEST(contentOf(first).empty());
    BOOST_TEST(contentOf(second) == numbers(500));
}

BOOST_AUTO_TEST_SUITE_END()
