#include "server/http/request.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>

using namespace remise::http;
namespace bdata = boost::unit_test::data;

namespace {

Request submitted(std::string body) {
    Request request;
    request.headers["content-type"] = "application/x-www-form-urlencoded; charset=UTF-8";
    request.body = std::move(body);
    return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(request_test)

BOOST_AUTO_TEST_CASE(a_form_gives_its_fields_trimmed_and_passwords_as_typed) {
    const auto form = submitted("name=+Aur%C3%A9lie+&password=+x+&tag=a&tag=b").form();
    BOOST_TEST(form->text("name") == "Aurélie");
    BOOST_TEST(form->exactText("password") == " x ");
    BOOST_TEST(form->texts("tag").size() == 2u);
    BOOST_TEST(form->text("absent") == "");
}

BOOST_AUTO_TEST_CASE(a_form_with_a_nul_is_refused) {
    BOOST_TEST(submitted("name=a%00b").form().refusal().code() == "bad_form");
}

BOOST_AUTO_TEST_CASE(json_is_no_form) {
    Request request = submitted("{}");
    request.headers["content-type"] = "application/json";
    BOOST_TEST(request.form().refusal().code() == "bad_form");
}

BOOST_AUTO_TEST_CASE(a_form_of_more_than_500_fields_is_refused) {
    std::string body;
    for (int i = 0; i < 501; ++i)
        body += "a=1&";
    BOOST_TEST(submitted(body).form().refusal().code() == "bad_form");
}

BOOST_AUTO_TEST_CASE(a_wrong_number_is_refused_and_never_becomes_the_fallback) {
    Request request;
    request.query = {{"limit", "12x"}, {"after", "7"}};
    BOOST_TEST(request.queryInteger("limit", 50).refusal().code() == "bad_parameter");
    BOOST_TEST(request.queryInteger("after", 0).value() == 7);
    BOOST_TEST(request.queryInteger("absent", 50).value() == 50);
    BOOST_TEST(request.queryInteger("after", 0, {1, 7}).value() == 7);
    BOOST_TEST(request.queryInteger("after", 0, {1, 6}).refusal().code() == "bad_parameter");
    BOOST_TEST(request.queryInteger("after", 0, {.least = 8}).refusal().code() == "bad_parameter");
}

BOOST_AUTO_TEST_CASE(a_browser_wants_html_and_a_program_json) {
    Request request;
    request.path = "/u/BCDFGHJR";
    request.headers["accept"] = "text/html,application/xhtml+xml,*/*;q=0.8";
    BOOST_TEST(request.wantsHtml());
    request.headers["accept"] = "application/json";
    BOOST_TEST(!request.wantsHtml());
    request.path = "/api/v1/units";
    request.headers["accept"] = "text/html";
    BOOST_TEST(!request.wantsHtml());
}

const std::vector<std::string> elsewhere{
    "", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:1", "/a\r\nSet-Cookie: x"};

BOOST_DATA_TEST_CASE(nobody_is_sent_back_to_another_site, bdata::make(elsewhere), address) {
    BOOST_TEST(localAddress(address, "/") == "/");
}

BOOST_AUTO_TEST_CASE(people_come_back_to_the_very_page_they_left) {
    Request request;
    request.path = "/catalogue";
    request.query = {{"q", "écran & souris"}};
    BOOST_TEST(request.address() == "/catalogue?q=%C3%A9cran%20%26%20souris");
    BOOST_TEST(localAddress(request.address(), "/") == request.address());
}

BOOST_AUTO_TEST_SUITE_END()
