#include "drivers/printers/zpl/zpl_status.h"

#include <boost/test/unit_test.hpp>
#include <random>

#include "tests/drivers/printers/scripted_zpl.h"

using namespace remise;
using drivers::PrinterState;
using drivers::zpl::readHostErrors;
using drivers::zpl::readHostStatus;
using drivers::zpl::statusOf;

BOOST_TEST_DONT_PRINT_LOG_VALUE(PrinterState)

namespace {

PrinterState stateIn(const std::string& answer) {
    return statusOf(readHostStatus(answer).value(), std::nullopt).state;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(zpl_status_test)

BOOST_AUTO_TEST_CASE(every_flag_has_its_state) {
    using test::hostStatus;
    const std::string fine = "001,0,0,0,1,2,6,0,00000000,1,000";
    BOOST_TEST(stateIn(test::zplReady) == PrinterState::ready);
    BOOST_TEST(stateIn(test::zplPaperOut) == PrinterState::noMedia);
    BOOST_TEST(stateIn(test::zplHeadUp) == PrinterState::lidOpen);
    BOOST_TEST(stateIn(test::zplPaused) == PrinterState::paused);
    BOOST_TEST(stateIn(test::zplTooHot) == PrinterState::headFault);
    BOOST_TEST(stateIn(test::zplBusy) == PrinterState::busy);
    BOOST_TEST(stateIn(hostStatus("030,0,0,1245,000,1,0,0,000,0,0,0", fine)) == PrinterState::busy);
    BOOST_TEST(stateIn(hostStatus("030,0,0,1245,000,0,0,0,000,0,1,0", fine)) == PrinterState::busy);
}

BOOST_AUTO_TEST_CASE(a_missing_ribbon_counts_only_where_one_is_wanted) {
    const std::string first = "030,0,0,1245,000,0,0,0,000,0,0,0";
    BOOST_TEST(stateIn(test::hostStatus(first, "001,0,0,1,1,2,6,0,00000000,1,000")) == PrinterState::noMedia);
    BOOST_TEST(stateIn(test::hostStatus(first, "001,0,0,1,0,2,6,0,00000000,1,000")) == PrinterState::ready);
}

BOOST_AUTO_TEST_CASE(an_answer_is_whole_only_with_its_third_string) {
    for (std::size_t length = 0; length < test::zplReady.size() - 2; ++length)
        BOOST_TEST(!readHostStatus(test::zplReady.substr(0, length)).has_value());
    BOOST_TEST(readHostStatus(test::zplReady).has_value());
}

BOOST_AUTO_TEST_CASE(strings_of_an_older_answer_are_passed_over) {
    const std::string rest = test::zplPaperOut.substr(20);
    BOOST_TEST(stateIn(rest + test::zplReady) == PrinterState::ready);
}

BOOST_AUTO_TEST_CASE(strings_of_other_lengths_or_with_letters_are_no_answer) {
    const std::string second = "001,0,0,0,1,2,6,0,00000000,1,000";
    BOOST_TEST(!readHostStatus(test::hostStatus("030,0,0", second)));
    BOOST_TEST(!readHostStatus(test::hostStatus("030,0,x,1245,000,0,0,0,000,0,0,0", second)));
    BOOST_TEST(!readHostStatus(test::hostStatus("030,0,0,1245,000,0,0,0,000,0,0,0,0", second)));
    BOOST_TEST(!readHostStatus(test::hostStatus("99999999999,0,0,1245,000,0,0,0,000,0,0,0", second)));
}

BOOST_AUTO_TEST_CASE(the_error_bits_are_read_from_two_numbers) {
    BOOST_TEST(readHostErrors("ERRORS: 1 00000001 00000008\r\n\x03").value() == 0x100000008U);
    BOOST_TEST(!readHostErrors("ERRORS: 1 00000001 00000008\r\n"));
    BOOST_TEST(!readHostErrors("ERRORS: 1 0000 00000008\r\n\x03"));
    BOOST_TEST(!readHostErrors("ERRORS: 1 0000000x 00000008\r\n\x03"));
}

BOOST_AUTO_TEST_CASE(no_bytes_whatever_do_harm) {
    std::mt19937 random(7);
    constexpr std::string_view alphabet = "\x02\x03,01239\r\nERRORS: f";
    for (int n = 0; n < 20'000; ++n) {
        std::string bytes(random() % 80, ' ');
        for (char& c : bytes)
            c = alphabet[random() % alphabet.size()];
        readHostStatus(bytes);
        readHostErrors(bytes);
    }
    BOOST_TEST(true);
}

BOOST_AUTO_TEST_SUITE_END()
