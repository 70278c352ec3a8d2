#include "server/http/read_body.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::http;
namespace bdata = boost::unit_test::data;

namespace {

/// Delivers `text` three bytes at a time, then `last`.
Receive trickle(std::string text, Received last = Received::end) {
    return [text, last](std::string& out) mutable {
        if (text.empty()) return last;
        out += text.substr(0, 3);
        text.erase(0, 3);
        return Received::bytes;
    };
}

remise::domain::Outcome<std::string> readChunked(const std::string& text, std::size_t limit = 100) {
    std::string begun;
    return readBody({.chunked = true}, limit, begun, trickle(text));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_body_test)

BOOST_AUTO_TEST_CASE(a_body_of_known_length_is_read_and_the_next_request_left) {
    std::string begun = "hel";
    BOOST_TEST(readBody({.length = 5}, 100, begun, trickle("loGET")).value() == "hello");
    BOOST_TEST(begun == "G");
}

BOOST_AUTO_TEST_CASE(a_body_that_says_it_is_too_long_is_refused_unread) {
    std::string begun;
    const Receive never = [](std::string&) -> Received { throw std::logic_error("read"); };
    const auto body = readBody({.length = 101}, 100, begun, never);
    BOOST_TEST(body.refusal().code() == "too_large");
    BOOST_TEST(body.refusal().status() == 413);
}

BOOST_AUTO_TEST_CASE(chunks_are_put_together) {
    BOOST_TEST(readChunked("4\r\nWiki\r\n6;note=x\r\npedia \r\n0\r\nTrailer: x\r\n\r\n").value() ==
               "Wikipedia ");
}

const std::vector<std::string> badChunks{
    "4\r\nWikiX\r\n0\r\n\r\n", "zz\r\nWiki\r\n0\r\n\r\n",  "-1\r\n",   "4\r\nWi",
    "4\r\nWiki\r\n",           "0x4\r\nWiki\r\n0\r\n\r\n", "\r\n\r\n", "4\nWiki\n0\n\n",
    "ffffffffffffffffff\r\n",  std::string(3000, '0'),
};

BOOST_DATA_TEST_CASE(malformed_and_unfinished_chunks_are_refused, bdata::make(badChunks), text) {
    BOOST_TEST(readChunked(text).refusal().code() == "bad_request");
}

BOOST_AUTO_TEST_CASE(chunks_that_grow_past_the_limit_are_refused) {
    BOOST_TEST(readChunked("5\r\nhello\r\n5\r\nhello\r\n0\r\n\r\n", 9).refusal().code() == "too_large");
    BOOST_TEST(readChunked("fffffffffffffffe\r\n", 9).refusal().code() == "too_large");
}

BOOST_AUTO_TEST_CASE(a_body_past_its_deadline_is_refused) {
    std::string begun;
    BOOST_TEST(readBody({.length = 9}, 100, begun, trickle("half", Received::timeout)).refusal().code() ==
               "too_slow");
}

BOOST_AUTO_TEST_CASE(a_length_must_be_one_number) {
    BOOST_TEST(bodyFraming({}, {})->isEmpty());
    BOOST_TEST(bodyFraming("12", {})->length == 12u);
    for (const char* bad : {"", "-1", "1 2", "12, 12", "0x10", "99999999999999999999"})
        BOOST_TEST(bodyFraming(bad, {}).refusal().code() == "bad_request");
}

BOOST_AUTO_TEST_CASE(a_length_and_chunks_together_are_refused) {
    BOOST_TEST(bodyFraming({}, "chunked")->chunked);
    BOOST_TEST(bodyFraming("5", "chunked").refusal().code() == "bad_request");
    BOOST_TEST(bodyFraming({}, "gzip, chunked").refusal().code() == "bad_request");
}

BOOST_AUTO_TEST_SUITE_END()
