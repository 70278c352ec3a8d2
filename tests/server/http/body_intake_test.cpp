#include "server/http/body_intake.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::http;
namespace bdata = boost::unit_test::data;

namespace {

using remise::domain::Outcome;

/// Delivers `text` a few bytes at a time until the body is whole or refused; what is left stays in it.
Outcome<std::string> gather(BodyIntake intake, std::string& text, std::size_t step = 3) {
    std::string received;
    for (;;) {
        std::string_view rest = received;
        const auto isWhole = intake.take(rest);
        received.erase(0, received.size() - rest.size());
        if (!isWhole) return isWhole.refusal();
        if (*isWhole || text.empty()) {
            text.insert(0, received);
            return *isWhole ? intake.release() : "unfinished";
        }
        received += text.substr(0, step);
        text.erase(0, step);
    }
}

Outcome<std::string> gatherChunks(std::string text, std::size_t limit = 100, std::size_t step = 3) {
    return gather(BodyIntake({.chunked = true}, limit), text, step);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(body_intake_test)

BOOST_AUTO_TEST_CASE(a_body_of_known_length_is_taken_and_the_next_request_left) {
    std::string text = "helloGET";
    BOOST_TEST(gather(BodyIntake({.length = 5}, 100), text).value() == "hello");
    BOOST_TEST(text == "GET");
}

BOOST_AUTO_TEST_CASE(a_body_that_says_it_is_too_long_is_refused_untouched) {
    std::string text = "much";
    const auto body = gather(BodyIntake({.length = 101}, 100), text);
    BOOST_TEST(body.refusal().code() == "too_large");
    BOOST_TEST(body.refusal().status() == 413);
    BOOST_TEST(text == "much");
}

BOOST_DATA_TEST_CASE(chunks_are_put_together_however_they_are_cut, bdata::xrange(1, 60), step) {
    BOOST_TEST(
        gatherChunks("4\r\nWiki\r\n6;note=x\r\npedia \r\n0\r\nTrailer: x\r\n\r\n", 100, step).value() ==
        "Wikipedia ");
}

BOOST_AUTO_TEST_CASE(what_follows_the_last_chunk_is_the_next_request) {
    std::string text = "1\r\n!\r\n0\r\n\r\nGET / HTTP/1.1\r\n";
    BOOST_TEST(gather(BodyIntake({.chunked = true}, 100), text, 100).value() == "!");
    BOOST_TEST(text == "GET / HTTP/1.1\r\n");
}

BOOST_AUTO_TEST_CASE(a_body_that_is_not_all_there_is_waited_for) {
    std::string text = "half";
    BOOST_TEST(gather(BodyIntake({.length = 9}, 100), text).value() == "unfinished");
    BOOST_TEST(gatherChunks("4\r\nWi").value() == "unfinished");
    BOOST_TEST(gatherChunks("4\r\nWiki\r\n").value() == "unfinished");
    BOOST_TEST(gatherChunks("0\r\nTrailer: x\r\n").value() == "unfinished");
}

const std::vector<std::string> badChunks{
    "4\r\nWikiX\r\n0\r\n\r\n",
    "zz\r\nWiki\r\n0\r\n\r\n",
    "-1\r\n",
    "0x4\r\nWiki\r\n0\r\n\r\n",
    "\r\n\r\n",
    "4\nWiki\n0\n\nGET /smuggled HTTP/1.1\r\n",
    "ffffffffffffffffff\r\n",
    std::string(3000, '0'),
    "0\r\n" + std::string(3000, 'x'),
    "4;note=\x01\r\nWiki\r\n0\r\n\r\n",
    "4;note=\n\r\nWiki\r\n0\r\n\r\n",
    "0\r\nTrailer: \x7f\r\n\r\n",
    "0\r\nno trailer\r\n\r\n",
};

BOOST_DATA_TEST_CASE(malformed_chunks_are_refused, bdata::make(badChunks), text) {
    BOOST_TEST(gatherChunks(text).refusal().code() == "bad_request");
}

BOOST_AUTO_TEST_CASE(chunks_that_grow_past_the_limit_are_refused) {
    BOOST_TEST(gatherChunks("5\r\nhello\r\n5\r\nhello\r\n0\r\n\r\n", 9).refusal().code() == "too_large");
    BOOST_TEST(gatherChunks("fffffffffffffffe\r\n", 9).refusal().code() == "too_large");
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
