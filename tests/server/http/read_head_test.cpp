#include "server/http/read_head.h"

#include <boost/test/unit_test.hpp>

using namespace remise;
using namespace remise::http;

namespace {

std::string_view refusalOf(const Head& head) {
    Request request;
    const auto verdict = readHead(head, request);
    return verdict ? "none" : verdict.refusal().code();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(read_head_test)

BOOST_AUTO_TEST_CASE(the_parts_of_a_request_find_their_places) {
    Request request;
    BOOST_TEST(readHead({"GET",
                         "/api/v1/units?stage=in_stock&q=%C3%A9&q=2",
                         {{"ACCEPT", "text/html"}, {"Cookie", "a=1"}, {"Cookie", "lang=en"}}},
                        request)
                   .ok());
    BOOST_TEST(request.path == "/api/v1/units");
    BOOST_TEST(request.queryValue("stage").value() == "in_stock");
    BOOST_TEST(request.queryValue("q").value() == "é");
    BOOST_TEST(request.header("accept") == "text/html");
    BOOST_TEST(request.cookies.at("a") == "1");
    BOOST_TEST((request.language == domain::Language::english));
}

BOOST_AUTO_TEST_CASE(bad_addresses_are_refused) {
    BOOST_TEST(refusalOf({"GET", "/?q=%zz", {}}) == "bad_address");
    BOOST_TEST(refusalOf({"GET", "/?q=%00", {}}) == "bad_address");
    BOOST_TEST(refusalOf({"GET", "http://elsewhere/", {}}) == "bad_address");
    BOOST_TEST(refusalOf({"GET", "*", {}}) == "bad_address");
    BOOST_TEST(refusalOf({"GET", '/' + std::string(4096, 'a'), {}}) == "address_too_long");
}

BOOST_AUTO_TEST_CASE(headers_that_are_too_large_or_malformed_are_refused) {
    BOOST_TEST(refusalOf({"GET", "/", {{"X", std::string(40000, 'a')}}}) == "headers_too_large");
    BOOST_TEST(refusalOf({"GET", "/", {{"X", "\xff"}}}) == "bad_request");
    BOOST_TEST(refusalOf({"GET", "/", {{"Content-Length", "1"}, {"content-length", "1"}}}) == "bad_request");
    BOOST_TEST(refusalOf({"GET", "/", {{"Authorization", "Bearer a"}, {"Authorization", "Bearer b"}}}) ==
               "bad_request");
}

BOOST_AUTO_TEST_CASE(a_refused_head_still_tells_the_language) {
    Request request;
    BOOST_TEST(!readHead({"GET", "/%?%", {{"Accept-Language", "en"}}}, request).ok());
    BOOST_TEST((request.language == domain::Language::english));
}

BOOST_AUTO_TEST_SUITE_END()
