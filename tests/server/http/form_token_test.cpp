#include "server/http/form_token.h"

#include <boost/test/unit_test.hpp>

using namespace remise::http;

namespace {

Request posting(std::string body) {
    Request request;
    request.method = "POST";
    request.headers["content-type"] = "application/x-www-form-urlencoded";
    request.body = std::move(body);
    request.caller.csrf = "right-token";
    return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(form_token_test)

BOOST_AUTO_TEST_CASE(a_form_of_our_own_pages_passes) {
    BOOST_TEST(checkFormToken(posting("quantity=3&csrf=right-token")).ok());
}

BOOST_AUTO_TEST_CASE(a_form_without_or_with_another_token_is_refused) {
    BOOST_TEST(checkFormToken(posting("quantity=3")).refusal().code() == "form_expired");
    BOOST_TEST(checkFormToken(posting("csrf=right-tokem")).refusal().code() == "form_expired");
    BOOST_TEST(checkFormToken(posting("csrf=right-token-and-more")).refusal().code() == "form_expired");
    BOOST_TEST(checkFormToken(posting("csrf=")).refusal().code() == "form_expired");
}

BOOST_AUTO_TEST_CASE(a_script_of_ours_sends_it_in_a_header) {
    Request request = posting("{}");
    request.headers["content-type"] = "application/json";
    BOOST_TEST(!checkFormToken(request).ok());
    request.headers["x-csrf-token"] = "right-token";
    BOOST_TEST(checkFormToken(request).ok());
}

BOOST_AUTO_TEST_CASE(reading_needs_no_token) {
    Request request = posting("");
    request.method = "GET";
    BOOST_TEST(checkFormToken(request).ok());
}

BOOST_AUTO_TEST_CASE(a_bearer_needs_no_token) {
    Request request = posting("[]");
    request.caller.csrf.clear();
    BOOST_TEST(checkFormToken(request).ok());
}

BOOST_AUTO_TEST_CASE(what_another_site_sends_is_refused_even_from_nobody_in_particular) {
    Request request = posting("email=a");
    request.caller.csrf.clear();
    request.headers["sec-fetch-site"] = "cross-site";
    BOOST_TEST(checkFormToken(request).refusal().code() == "other_site");
}

BOOST_AUTO_TEST_SUITE_END()
