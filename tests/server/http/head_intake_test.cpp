#include "server/http/head_intake.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::http;
namespace bdata = boost::unit_test::data;

namespace {

/// "whole", "unfinished" or the code of the refusal, when the text comes in pieces of this length.
std::string gather(const std::string& text, std::size_t step = 1) {
    HeadIntake intake;
    for (std::size_t size = step;; size += step) {
        const auto isWhole = intake.take(text.substr(0, size));
        if (!isWhole) return std::string(isWhole.refusal().code());
        if (*isWhole) return "whole";
        if (size >= text.size()) return "unfinished";
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(head_intake_test)

BOOST_DATA_TEST_CASE(a_head_is_taken_apart_however_it_is_cut, bdata::xrange(1, 50), step) {
    const std::string text = "POST /a?b=c HTTP/1.1\r\nHost: x\r\nX-Empty:\r\nX-Two:  a b \r\n\r\nbody";
    HeadIntake intake;
    for (std::size_t size = 1; !*intake.take(text.substr(0, size));)
        size += static_cast<std::size_t>(step);
    BOOST_TEST(intake.length() == text.find("body"));
    BOOST_TEST(intake.head().method == "POST");
    BOOST_TEST(intake.head().target == "/a?b=c");
    BOOST_TEST(intake.head().headers.size() == 3u);
    BOOST_TEST(intake.head().headers[1].second == "");
    BOOST_TEST(intake.head().headers[2].second == "a b");
    BOOST_TEST(!intake.isOld());
}

BOOST_AUTO_TEST_CASE(empty_lines_before_a_request_mean_nothing) {
    BOOST_TEST(gather("\r\n\r\nGET / HTTP/1.1\r\n\r\n") == "whole");
}

const std::vector<std::string> malformed{
    "GET / HTTP/1.1\nHost: x\n\n",
    "GET / HTTP/1.1\r\nHost: x\n\r\n",
    "GET  / HTTP/1.1\r\n\r\n",
    "GET / HTTP/2.0\r\n\r\n",
    "GET / HTTP/1.1 \r\n\r\n",
    "GET /\r\n\r\n",
    "G(T / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.1\r\nContent-Length : 5\r\n\r\n",
    "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
    "GET / HTTP/1.1\r\nno colon\r\n\r\n",
    "GET / HTTP/1.1\r\n: nameless\r\n\r\n",
    "\x16\x03\x01\r\n\r\n",
};

BOOST_DATA_TEST_CASE(what_two_programs_could_read_differently_is_refused, bdata::make(malformed), text) {
    BOOST_TEST(gather(text) == "bad_request");
}

BOOST_AUTO_TEST_CASE(a_head_without_an_end_is_refused_before_it_fills_the_memory) {
    BOOST_TEST(gather("GET /" + std::string(100'000, 'a'), 1000) == "address_too_long");
    BOOST_TEST(gather("GET / HTTP/1.1\r\nX: " + std::string(100'000, 'a'), 1000) == "headers_too_large");
    std::string endless;
    while (endless.size() < 100'000)
        endless += "\r\n";
    BOOST_TEST(gather(endless, 1000) == "address_too_long");
}

BOOST_AUTO_TEST_CASE(a_head_has_a_hundred_fields_at_most) {
    std::string head = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 100; ++i)
        head += "X:\r\n";
    BOOST_TEST(gather(head + "\r\n") == "whole");
    BOOST_TEST(gather(head + "X:\r\n\r\n") == "headers_too_large");
}

BOOST_AUTO_TEST_CASE(http_of_old_is_understood) {
    HeadIntake intake;
    BOOST_TEST(*intake.take("GET / HTTP/1.0\r\n\r\n"));
    BOOST_TEST(intake.isOld());
}

BOOST_AUTO_TEST_SUITE_END()
