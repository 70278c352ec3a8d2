#include "server/admin/progress_line.h"

#include <boost/test/unit_test.hpp>
#include <sstream>

using namespace remise::admin;
using std::chrono::seconds;

BOOST_AUTO_TEST_SUITE(progress_line_test)

BOOST_AUTO_TEST_CASE(a_file_gets_a_line_for_each_tenth) {
    std::ostringstream out;
    ProgressLine line(out, Screen::file);
    for (std::uint64_t done = 0; done <= 2000; done += 50)
        line.show(done, 2000, seconds(2));
    line.end();
    const std::string text = out.str();
    BOOST_TEST(std::ranges::count(text, '\n') == 9);
    BOOST_TEST(text.starts_with("10 %  200 of 2,000 rows  100/s  18 s left\n"), text);
    BOOST_TEST(text.find('\r') == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_terminal_has_one_line_that_is_cleared_at_the_end) {
    std::ostringstream out;
    ProgressLine line(out, Screen::terminal);
    line.show(500, 1000, seconds(1));
    line.show(600, 1000, seconds(2));
    line.end();
    BOOST_TEST(out.str().find('\n') == std::string::npos);
    BOOST_TEST(out.str().ends_with("\r\x1b[K"));
}

BOOST_AUTO_TEST_CASE(more_than_was_estimated_is_never_all_of_it) {
    std::ostringstream out;
    ProgressLine line(out, Screen::file);
    line.show(5000, 1000, seconds(1));
    BOOST_TEST(out.str().starts_with("99 %"), out.str());
}

BOOST_AUTO_TEST_CASE(large_numbers_are_written_to_be_read) {
    BOOST_TEST(withCommas(0) == "0");
    BOOST_TEST(withCommas(999) == "999");
    BOOST_TEST(withCommas(1240000) == "1,240,000");
}

BOOST_AUTO_TEST_SUITE_END()
